package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.identifier.AtUri;

/** A {@code site} that is a strongRef: the publication's AT-URI is what the field wants. */
final class SiteReference implements RepairRule {

    private static final RuleName NAME = RuleName.first("site-reference");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        JsonNode uri = draft.get("/site/uri");
        if (uri.isTextual() && uri.textValue().startsWith(AtUri.SCHEME)) {
            draft.change(NAME, Certainty.CERTAIN, "/site", uri);
        }
    }
}

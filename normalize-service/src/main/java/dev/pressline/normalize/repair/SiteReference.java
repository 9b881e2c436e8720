package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.identifier.AtUri;

/**
 * A {@code site}, or the {@code publication} of a subscription, that is a strongRef: the
 * publication's AT-URI is what the field wants.
 */
final class SiteReference implements RepairRule {

    private static final RuleName NAME = RuleName.first("site-reference");

    private final String field;

    private SiteReference(String field) {
        this.field = field;
    }

    /** The rule for documents and publications. */
    static SiteReference ofSite() {
        return new SiteReference("/site");
    }

    /** The rule for subscriptions. */
    static SiteReference ofSubscription() {
        return new SiteReference("/publication");
    }

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        JsonNode uri = draft.get(field + "/uri");
        if (uri.isTextual() && uri.textValue().startsWith(AtUri.SCHEME)) {
            draft.change(NAME, Certainty.CERTAIN, field, uri);
        }
    }
}

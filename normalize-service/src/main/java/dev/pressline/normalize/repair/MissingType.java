package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;

/** A record without {@code $type} is of the collection it was found in. */
final class MissingType implements RepairRule {

    private static final RuleName NAME = RuleName.first("missing-type");
    private static final String FIELD = "/$type";

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        if (draft.get(FIELD).isMissingNode() || draft.get(FIELD).isNull()) {
            String collection = draft.facts().uri().collection().value();
            draft.change(NAME, Certainty.CERTAIN, FIELD, TextNode.valueOf(collection));
        }
    }
}

package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Dates;

/**
 * A document without {@code publishedAt} whose writer filled in {@code createdAt}: that is the
 * date. Neither rev nor record key is taken for one, since an import writes years of posts in one
 * day.
 */
final class MissingDate implements RepairRule {

    private static final RuleName NAME = RuleName.first("missing-date");
    private static final String FIELD = "/publishedAt";

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        boolean missing = draft.get(FIELD).isMissingNode() || draft.get(FIELD).isNull();
        if (missing) {
            draft.text("/createdAt")
                    .filter(date -> Dates.strict(date).isPresent())
                    .map(TextNode::valueOf)
                    .ifPresent(date -> draft.change(NAME, Certainty.INFERRED, FIELD, date));
        }
    }
}

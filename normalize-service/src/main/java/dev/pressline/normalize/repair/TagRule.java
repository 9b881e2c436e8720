package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import java.util.List;

/** A rule that looks at the tags of a record as a list. */
abstract class TagRule implements RepairRule {

    private final RuleName name;
    private final Certainty certainty;

    TagRule(RuleName name, Certainty certainty) {
        this.name = name;
        this.certainty = certainty;
    }

    /** The tags as they should be; equal ones for a clean list. */
    abstract List<String> examine(List<String> tags, Draft draft);

    @Override
    public final RuleName name() {
        return name;
    }

    @Override
    public final void repair(Draft draft) {
        draft.texts(Tags.FIELD).ifPresent(tags -> change(draft, tags, examine(tags, draft)));
    }

    private void change(Draft draft, List<String> before, List<String> after) {
        if (!after.equals(before)) {
            draft.change(name, certainty, Tags.FIELD, Tags.node(after));
        }
    }
}

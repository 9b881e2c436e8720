package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.TextEdit;
import java.util.List;

/** A rule that looks at each text a reader sees: titles, descriptions, plain text and tags. */
abstract class TextRule implements RepairRule {

    private static final List<String> FIELDS =
            List.of("/title", "/name", "/description", Draft.TEXT);

    private final RuleName name;
    private final Certainty certainty;

    TextRule(RuleName name, Certainty certainty) {
        this.name = name;
        this.certainty = certainty;
    }

    /** The edits that repair a text, in ascending order; empty for a clean one. */
    abstract List<TextEdit> examine(String text);

    /** Whether the rule looks at a field; all tags are one. */
    boolean covers(String field) {
        return true;
    }

    @Override
    public final RuleName name() {
        return name;
    }

    @Override
    public final void repair(Draft draft) {
        for (String field : FIELDS) {
            if (covers(field)) {
                draft.text(field).ifPresent(text -> repair(draft, field, text));
            }
        }
        if (covers(Tags.FIELD)) {
            List<String> tags = draft.texts(Tags.FIELD).orElse(List.of());
            for (int i = 0; i < tags.size(); i++) {
                repair(draft, Tags.FIELD + '/' + i, tags.get(i));
            }
        }
    }

    private void repair(Draft draft, String field, String text) {
        List<TextEdit> edits = examine(text);
        if (!edits.isEmpty()) {
            draft.edit(name, certainty, field, edits);
        }
    }
}

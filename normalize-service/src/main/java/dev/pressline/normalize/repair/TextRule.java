package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
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

    /** Whether the rule looks at a field. */
    boolean covers(String field) {
        return true;
    }

    @Override
    public final RuleName name() {
        return name;
    }

    @Override
    public final void repair(Draft draft) {
        for (String field : fields(draft)) {
            if (covers(field)) {
                List<TextEdit> edits = draft.text(field).map(this::examine).orElse(List.of());
                draft.edit(name, certainty, field, edits);
            }
        }
    }

    private static List<String> fields(Draft draft) {
        List<String> fields = new ArrayList<>(FIELDS);
        int tags = draft.texts(Tags.FIELD).map(List::size).orElse(0);
        for (int i = 0; i < tags; i++) {
            fields.add(Tags.FIELD + '/' + i);
        }
        return fields;
    }
}

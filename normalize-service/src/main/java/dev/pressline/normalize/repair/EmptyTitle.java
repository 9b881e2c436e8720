package dev.pressline.normalize.repair;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Sentences;
import java.util.Set;

/**
 * A title that is missing, empty, or a writing tool's placeholder: the beginning of the text takes
 * its place. A document without any text keeps what it has.
 */
final class EmptyTitle implements RepairRule {

    private static final RuleName NAME = RuleName.first("empty-title");
    private static final String FIELD = "/title";
    private static final int MAX_GRAPHEMES = 80;
    private static final Set<String> PLACEHOLDERS =
            Set.of("untitled", "continue reading on unthread");

    @Override
    public RuleName name() {
        return NAME;
    }

    @Override
    public void repair(Draft draft) {
        String title = draft.text(FIELD).orElse("");
        if (title.isBlank() || PLACEHOLDERS.contains(Tags.folded(title))) {
            String beginning = Sentences.first(draft.bodyText(), MAX_GRAPHEMES);
            if (!beginning.isEmpty()) {
                draft.change(NAME, Certainty.INFERRED, FIELD, TextNode.valueOf(beginning));
            }
        }
    }
}

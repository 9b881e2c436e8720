package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.Violation;
import dev.pressline.normalize.lexicon.LexiconValidator;
import dev.pressline.normalize.repair.Draft;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a record: breaches of its lexicon, and what no lexicon can say. Stateless. */
final class Violations {

    private static final int CUT_LENGTH = 10_000;
    private static final LexiconValidator LEXICONS = LexiconValidator.bundled();

    private Violations() {}

    /** The breaches of the raw record, then the warnings. */
    static List<Violation> of(ObjectNode raw, Draft draft) {
        String collection = draft.facts().uri().collection().value();
        List<Violation> violations = new ArrayList<>(LEXICONS.validate(raw, collection));
        if (draft.hasMarkup()) {
            violations.add(
                    new Violation(
                            Draft.TEXT,
                            "plainText",
                            "holds Markdown, which the lexicon wants without markup"));
        }
        if (draft.text(Draft.TEXT).isPresent() && isCut(raw)) {
            violations.add(new Violation(Draft.TEXT, "truncated", "is cut at 10,000 UTF-16 units"));
        }
        if (draft.unlisted() > 0) {
            violations.add(
                    new Violation(
                            "",
                            "repairs",
                            draft.unlisted() + " more repairs were made than are listed"));
        }
        return violations;
    }

    /** One writing tool cuts the text there, be it in a word or in a surrogate pair. */
    private static boolean isCut(ObjectNode raw) {
        String text = raw.path(Draft.TEXT.substring(1)).asText("");
        return text.length() == CUT_LENGTH && !".!?”\"\n".contains(text.substring(CUT_LENGTH - 1));
    }
}

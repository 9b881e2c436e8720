package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Entities;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text that was escaped for HTML and never unescaped. A reference escaped twice ({@code &amp;amp;})
 * is the evidence; then every reference of the text is read. Text without one stays, so {@code
 * AT&T} and a lesson about {@code &lt;} do too.
 */
final class EscapedText extends TextRule {

    EscapedText() {
        super(RuleName.first("escaped-text"), Certainty.INFERRED);
    }

    @Override
    List<TextEdit> examine(String text) {
        return hasEvidence(text) ? references(text) : List.of();
    }

    private static boolean hasEvidence(String text) {
        int at = text.indexOf("&amp;");
        while (at >= 0) {
            if (Entities.escapedTwice(text, at).isPresent()) {
                return true;
            }
            at = text.indexOf("&amp;", at + 1);
        }
        return false;
    }

    private static List<TextEdit> references(String text) {
        List<TextEdit> edits = new ArrayList<>();
        int at = text.indexOf('&');
        while (at >= 0) {
            int start = at;
            Optional<Entities.Entity> entity =
                    Entities.escapedTwice(text, start).or(() -> Entities.at(text, start));
            entity.ifPresent(e -> edits.add(new TextEdit(start, e.end(), e.text())));
            at = text.indexOf('&', entity.map(Entities.Entity::end).orElse(start + 1));
        }
        return edits;
    }
}

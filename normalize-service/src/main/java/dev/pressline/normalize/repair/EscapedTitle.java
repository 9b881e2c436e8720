package dev.pressline.normalize.repair;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Entities;
import dev.pressline.normalize.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A title that was escaped for HTML: {@code Q&amp;A}, {@code It&#8217;s}. Titles are too short to
 * hold more evidence than the reference itself; {@code &lt;} stays, since titles name tags.
 */
final class EscapedTitle extends TextRule {

    private static final Set<String> KEPT = Set.of("lt", "gt");

    EscapedTitle() {
        super(RuleName.first("escaped-title"), Certainty.INFERRED);
    }

    @Override
    boolean covers(String field) {
        return field.equals("/title") || field.equals("/name");
    }

    @Override
    List<TextEdit> examine(String title) {
        List<TextEdit> edits = new ArrayList<>();
        int at = title.indexOf('&');
        while (at >= 0) {
            int start = at;
            Optional<Entities.Entity> entity =
                    Entities.at(title, start).filter(e -> !KEPT.contains(e.name()));
            entity.ifPresent(e -> edits.add(new TextEdit(start, e.end(), e.text())));
            at = title.indexOf('&', entity.map(Entities.Entity::end).orElse(start + 1));
        }
        return edits;
    }
}

package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.document.Inline;
import java.util.List;
import java.util.stream.Stream;

/**
 * A leaf of a line and the styles it stands in, the outermost first. Immutable.
 *
 * @param leaf a text, code, TeX, footnote reference or line break: an inline without children
 * @param styles distinct styles, at most one of them a target; see {@link #nest}
 */
public record Run(Inline leaf, List<Style> styles) {

    /** A run of text. */
    public static Run text(String text, List<Style> styles) {
        return new Run(new Inline.Text(text), styles);
    }

    /**
     * The styles with one more inside of them: unchanged where the style is there already, or where
     * it is a second target.
     */
    public static List<Style> nest(List<Style> styles, Style inner) {
        boolean second = inner.isTarget() && styles.stream().anyMatch(Style::isTarget);
        if (second || styles.contains(inner)) {
            return styles;
        }
        return Stream.concat(styles.stream(), Stream.of(inner)).toList();
    }
}

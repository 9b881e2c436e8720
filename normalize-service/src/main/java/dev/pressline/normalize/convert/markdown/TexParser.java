package dev.pressline.normalize.convert.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads {@code $a^2$} and {@code $$a^2$$} up to the very next dollar sign, so that a text full of
 * them is read once. A single one opens only before, and closes only behind, something that is no
 * white space, and closes not before a digit: amounts of money stay text. Stateless.
 */
final class TexParser implements InlineContentParser {

    private static final char DOLLAR = '$';

    /** Makes these parsers. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(DOLLAR);
        }

        @Override
        public InlineContentParser create() {
            return new TexParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int opened = scanner.matchMultiple(DOLLAR);
        Position start = scanner.position();
        if (opened > 2 || scanner.find(DOLLAR) < 0) {
            return ParsedInline.none();
        }
        String tex = scanner.getSource(start, scanner.position()).getContent();
        boolean closes = scanner.matchMultiple(DOLLAR) == opened && !tex.isBlank();
        boolean maths = closes && (opened == 2 || isTight(tex, scanner.peek()));
        return maths
                ? ParsedInline.of(new TexNode(tex.strip(), opened == 2), scanner.position())
                : ParsedInline.none();
    }

    private static boolean isTight(String tex, char next) {
        return !Character.isWhitespace(tex.charAt(0))
                && !Character.isWhitespace(tex.charAt(tex.length() - 1))
                && !Character.isDigit(next);
    }
}

package dev.pressline.normalize.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds paragraphs of which Markdown would make a list or a quotation, since every one of their
 * lines bears its mark. Linear. Stateless.
 */
public final class MarkedLines {

    private static final Pattern ITEM =
            Pattern.compile("( {0,3})(?:([*+-])|(\\d{1,6})\\.) +(?=\\S)");

    private MarkedLines() {}

    /** A line whose words run from {@code start} to before {@code end}, and what marks it. */
    public record MarkedLine(int line, int start, int end, String mark) {

        /** The number of an item, 0 where it has a bullet. */
        public int number() {
            String digits = mark.strip();
            return Character.isDigit(digits.charAt(0))
                    ? Integer.parseInt(digits.substring(0, digits.length() - 1))
                    : 0;
        }

        /** Whether a blank stands before the mark, as converters write it and people do not. */
        public boolean isIndented() {
            return mark.startsWith(" ");
        }
    }

    /** The paragraphs of two or more items of one kind; numbers go up by one. */
    public static List<List<MarkedLine>> lists(String text) {
        List<List<MarkedLine>> lists = paragraphs(text, MarkedLines::item);
        lists.removeIf(list -> list.size() < 2 || !isOfOneKind(list));
        return lists;
    }

    /** The paragraphs that are quoted line by line. */
    public static List<List<MarkedLine>> quotations(String text) {
        return text.contains(">") ? paragraphs(text, MarkedLines::quoted) : new ArrayList<>();
    }

    private static List<List<MarkedLine>> paragraphs(
            String text, BiFunction<String, Integer, Optional<MarkedLine>> reader) {
        List<List<MarkedLine>> found = new ArrayList<>();
        List<MarkedLine> paragraph = new ArrayList<>();
        boolean marked = true;
        for (int line = 0; line <= text.length(); line = Lines.end(text, line) + 1) {
            if (text.substring(line, Lines.end(text, line)).isBlank()) {
                close(paragraph, marked, found);
                paragraph = new ArrayList<>();
                marked = true;
            } else if (marked) {
                Optional<MarkedLine> read = reader.apply(text, line);
                marked = read.isPresent();
                read.ifPresent(paragraph::add);
            }
        }
        close(paragraph, marked, found);
        return withoutCode(text, found);
    }

    private static List<List<MarkedLine>> withoutCode(String text, List<List<MarkedLine>> found) {
        if (!found.isEmpty()) {
            CodeStretches code = CodeStretches.of(text);
            found.removeIf(paragraph -> code.hold(paragraph.getFirst().line()));
        }
        return found;
    }

    private static void close(
            List<MarkedLine> paragraph, boolean marked, List<List<MarkedLine>> found) {
        if (marked && !paragraph.isEmpty()) {
            found.add(paragraph);
        }
    }

    private static Optional<MarkedLine> item(String text, int line) {
        int end = Lines.end(text, line);
        Matcher mark = ITEM.matcher(text).region(line, end);
        return mark.lookingAt()
                ? Optional.of(new MarkedLine(line, mark.end(), end, mark.group()))
                : Optional.empty();
    }

    private static Optional<MarkedLine> quoted(String text, int line) {
        int end = Lines.end(text, line);
        boolean quoted =
                text.startsWith("> ", line) && line + 2 < end && text.charAt(line + 2) != '>';
        return quoted ? Optional.of(new MarkedLine(line, line + 2, end, "> ")) : Optional.empty();
    }

    private static boolean isOfOneKind(List<MarkedLine> list) {
        MarkedLine first = list.getFirst();
        for (int i = 1; i < list.size(); i++) {
            MarkedLine next = list.get(i);
            boolean follows =
                    first.number() == 0
                            ? next.mark().equals(first.mark())
                            : next.number() == first.number() + i
                                    && next.isIndented() == first.isIndented();
            if (!follows) {
                return false;
            }
        }
        return true;
    }
}

package dev.pressline.render.defect;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The place where two values of a field differ, with a little of what is around it: of bounded
 * length. Immutable.
 *
 * @param lead what both have before it
 * @param removed what only the first has
 * @param added what only the second has
 * @param trail what both have after it
 */
public record Excerpt(String lead, String removed, String added, String trail) {

    private static final int AROUND = 32;
    private static final int LONGEST = 240;

    /** The difference of two values of a field. */
    public static Excerpt of(JsonNode before, JsonNode after) {
        return of(text(before), text(after));
    }

    /** The difference of two texts. */
    static Excerpt of(String before, String after) {
        int start = commonStart(before, after);
        int end = commonEnd(before, after, start);
        int leadStart = boundary(before, Math.max(0, start - AROUND));
        int trailStart = before.length() - end;
        int trailEnd = boundary(before, Math.min(before.length(), trailStart + AROUND));
        return new Excerpt(
                (leadStart > 0 ? "…" : "") + before.substring(leadStart, start),
                shortened(before.substring(start, trailStart)),
                shortened(after.substring(start, after.length() - end)),
                before.substring(trailStart, trailEnd) + (trailEnd < before.length() ? "…" : ""));
    }

    private static String text(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return "";
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }

    private static int commonStart(String a, String b) {
        int limit = Math.min(a.length(), b.length());
        int i = 0;
        while (i < limit && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return boundary(a, i);
    }

    private static int commonEnd(String a, String b, int start) {
        int limit = Math.min(a.length(), b.length()) - start;
        int i = 0;
        while (i < limit && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
            i++;
        }
        boolean split =
                i > 0 && i < a.length() && Character.isLowSurrogate(a.charAt(a.length() - i));
        return split ? i - 1 : i;
    }

    /** The nearest index at or before {@code index} that splits no surrogate pair. */
    private static int boundary(String text, int index) {
        boolean split =
                index > 0
                        && index < text.length()
                        && Character.isLowSurrogate(text.charAt(index))
                        && Character.isHighSurrogate(text.charAt(index - 1));
        return split ? index - 1 : index;
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int head = boundary(text, LONGEST / 2);
        int tail = boundary(text, text.length() - LONGEST / 2);
        return text.substring(0, head) + " … " + text.substring(tail);
    }
}

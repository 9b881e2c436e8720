package dev.pressline.normalize.linkloop;

import dev.pressline.contract.document.Certainty;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last tags of a record that stand in its text as words of their own, in the same order: what
 * anchors would do. That alone proves nothing, since real tags do it too. Immutable.
 *
 * @param firstTag the index of the first tag of the run; equal to the number of tags for none
 * @param marks where the tags stand in the text
 */
public record AnchorRun(int firstTag, List<Mark> marks) {

    private static final long MAX_COMPARISONS = 100_000_000;

    /** Looks for the tags from the last to the first, each before the one found last. */
    public static AnchorRun find(String text, List<String> tags) {
        List<Mark> marks = new ArrayList<>();
        long budget = MAX_COMPARISONS;
        int before = text.length();
        int tag = tags.size();
        while (tag > 0) {
            String anchor = tags.get(tag - 1);
            budget -= (long) anchor.length() * text.length();
            int at = anchor.isBlank() || budget < 0 ? -1 : lastWord(text, anchor, before);
            if (at < 0) {
                break;
            }
            marks.add(
                    new Mark(
                            at,
                            at + anchor.length(),
                            new Style.Anchor(Optional.empty(), Certainty.INFERRED)));
            before = at;
            tag--;
        }
        return new AnchorRun(tag, marks);
    }

    private static int lastWord(String text, String anchor, int before) {
        int at = text.lastIndexOf(anchor, before - anchor.length());
        while (at >= 0 && !isWord(text, at, at + anchor.length())) {
            at = text.lastIndexOf(anchor, at - 1);
        }
        return at;
    }

    private static boolean isWord(String text, int start, int end) {
        return !isInsideWord(text, start) && !isInsideWord(text, end);
    }

    private static boolean isInsideWord(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at));
    }
}

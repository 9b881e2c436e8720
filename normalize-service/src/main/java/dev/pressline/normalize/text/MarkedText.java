package dev.pressline.normalize.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text with marked stretches, which keep their place when the text is edited. Immutable.
 *
 * @param text the text
 * @param marks the marks in the order of their start, a longer one before a shorter one
 */
public record MarkedText(String text, List<Mark> marks) {

    private static final Comparator<Mark> ORDER =
            Comparator.comparingInt(Mark::start).thenComparingInt(mark -> -mark.end());

    /** Puts the marks in order. */
    public MarkedText {
        marks = marks.stream().sorted(ORDER).toList();
    }

    /** A text without marks. */
    public static MarkedText of(String text) {
        return new MarkedText(text, List.of());
    }

    /** The text with more marks. */
    public MarkedText with(List<Mark> added) {
        List<Mark> more = new ArrayList<>(marks);
        more.addAll(added);
        return new MarkedText(text, more);
    }

    /**
     * The text after edits, which must be in ascending order and must not overlap. A mark that lost
     * all its text goes.
     */
    public MarkedText edit(List<TextEdit> edits) {
        List<Mark> moved = new ArrayList<>();
        int[] shifts = shifts(edits);
        for (Mark mark : marks) {
            int start = place(mark.start(), edits, shifts);
            int end = place(mark.end(), edits, shifts);
            if (start < end) {
                moved.add(new Mark(start, end, mark.style()));
            }
        }
        return new MarkedText(apply(edits), moved);
    }

    private String apply(List<TextEdit> edits) {
        StringBuilder edited = new StringBuilder(text.length());
        int done = 0;
        for (TextEdit edit : edits) {
            edited.append(text, done, edit.start()).append(edit.replacement());
            done = edit.end();
        }
        return edited.append(text, done, text.length()).toString();
    }

    /** By how much the text before each edit has grown, and at last the whole text. */
    private static int[] shifts(List<TextEdit> edits) {
        int[] shifts = new int[edits.size() + 1];
        for (int i = 0; i < edits.size(); i++) {
            shifts[i + 1] = shifts[i] + edits.get(i).growth();
        }
        return shifts;
    }

    private static int place(int position, List<TextEdit> edits, int[] shifts) {
        int next = firstEndingAfter(position, edits);
        boolean inside = next < edits.size() && edits.get(next).start() < position;
        return (inside ? edits.get(next).start() : position) + shifts[next];
    }

    private static int firstEndingAfter(int position, List<TextEdit> edits) {
        int low = 0;
        int high = edits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edits.get(middle).end() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.List;

/** Tidies the runs of a line, changing nothing that a reader would see. Stateless. */
public final class Runs {

    private Runs() {}

    /**
     * The runs without white space and forced breaks at either end; a run of blanks keeps only the
     * styles that it shares with both of its neighbours.
     */
    public static List<Run> tidy(List<Run> runs) {
        List<Run> tidy = new ArrayList<>(runs);
        trimStart(tidy);
        trimEnd(tidy);
        for (int i = 1; i < tidy.size() - 1; i++) {
            if (isSpace(tidy.get(i))) {
                tidy.set(i, between(tidy.get(i - 1), tidy.get(i), tidy.get(i + 1)));
            }
        }
        return tidy;
    }

    private static void trimStart(List<Run> runs) {
        while (!runs.isEmpty() && isSpace(runs.getFirst())) {
            runs.removeFirst();
        }
        if (!runs.isEmpty() && runs.getFirst().leaf() instanceof Inline.Text text) {
            runs.set(0, Run.text(text.text().stripLeading(), runs.getFirst().styles()));
        }
    }

    private static void trimEnd(List<Run> runs) {
        while (!runs.isEmpty() && isSpace(runs.getLast())) {
            runs.removeLast();
        }
        if (!runs.isEmpty() && runs.getLast().leaf() instanceof Inline.Text text) {
            Run last = Run.text(text.text().stripTrailing(), runs.getLast().styles());
            runs.set(runs.size() - 1, last);
        }
    }

    private static boolean isSpace(Run run) {
        return run.leaf() instanceof Inline.LineBreak
                || (run.leaf() instanceof Inline.Text text && text.text().isBlank());
    }

    private static Run between(Run before, Run space, Run after) {
        int shared = 0;
        int most = Math.min(before.styles().size(), after.styles().size());
        while (shared < most && before.styles().get(shared).equals(after.styles().get(shared))) {
            shared++;
        }
        return new Run(space.leaf(), before.styles().subList(0, shared));
    }
}

package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the tree of a line from its runs: neighbours that share their outer styles share the
 * inlines of these. The same runs give the same tree, whatever markup they came from. No deeper
 * than there are styles. Stateless.
 */
public final class InlineTree {

    private InlineTree() {}

    /** The inlines of runs in order. */
    public static List<Inline> of(List<Run> runs) {
        return level(runs, 0);
    }

    private static List<Inline> level(List<Run> runs, int depth) {
        List<Inline> inlines = new ArrayList<>();
        int from = 0;
        while (from < runs.size()) {
            int end = endOfGroup(runs, from, depth);
            List<Run> group = runs.subList(from, end);
            if (isLeaf(runs.get(from), depth)) {
                inlines.addAll(leaves(group));
            } else {
                Style shared = runs.get(from).styles().get(depth);
                inlines.add(shared.around(level(group, depth + 1)));
            }
            from = end;
        }
        return List.copyOf(inlines);
    }

    private static int endOfGroup(List<Run> runs, int from, int depth) {
        int end = from + 1;
        while (end < runs.size() && isSameGroup(runs.get(from), runs.get(end), depth)) {
            end++;
        }
        return end;
    }

    private static boolean isSameGroup(Run a, Run b, int depth) {
        if (isLeaf(a, depth) || isLeaf(b, depth)) {
            return isLeaf(a, depth) && isLeaf(b, depth);
        }
        return a.styles().get(depth).equals(b.styles().get(depth));
    }

    private static boolean isLeaf(Run run, int depth) {
        return run.styles().size() <= depth;
    }

    /** The leaves of runs, neighbouring texts united. */
    private static List<Inline> leaves(List<Run> runs) {
        List<Inline> leaves = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Run run : runs) {
            if (run.leaf() instanceof Inline.Text more) {
                text.append(more.text());
            } else {
                flush(text, leaves);
                leaves.add(run.leaf());
            }
        }
        flush(text, leaves);
        return leaves;
    }

    private static void flush(StringBuilder text, List<Inline> leaves) {
        if (!text.isEmpty()) {
            leaves.add(new Inline.Text(text.toString()));
            text.setLength(0);
        }
    }
}

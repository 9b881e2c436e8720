package dev.pressline.normalize.text;

import java.util.BitSet;

/**
 * The stretches of a plain text that Markdown would show as code: fenced lines, lines indented by
 * four blanks or a tab, and what stands between backticks. No mark means anything there. One pass,
 * linear. Immutable.
 */
public final class CodeStretches {

    private static final String FENCE = "```";
    private static final String INDENT = "    ";

    private final BitSet code = new BitSet();

    private CodeStretches() {}

    /** The stretches of a text. */
    public static CodeStretches of(String text) {
        CodeStretches stretches = new CodeStretches();
        boolean fenced = false;
        int line = 0;
        while (line < text.length()) {
            int end = Lines.end(text, line);
            boolean fence = text.startsWith(FENCE, line);
            if (fence || fenced || isIndented(text, line)) {
                stretches.code.set(line, end);
            } else {
                stretches.ticks(text, line, end);
            }
            fenced ^= fence;
            line = end + 1;
        }
        return stretches;
    }

    /** Whether the character at a place is code. */
    public boolean hold(int at) {
        return code.get(at);
    }

    private void ticks(String text, int start, int end) {
        int open = -1;
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '`' && open < 0) {
                open = i;
            } else if (text.charAt(i) == '`') {
                code.set(open, i + 1);
                open = -1;
            }
        }
    }

    private static boolean isIndented(String text, int line) {
        return text.charAt(line) == '\t' || text.startsWith(INDENT, line);
    }
}

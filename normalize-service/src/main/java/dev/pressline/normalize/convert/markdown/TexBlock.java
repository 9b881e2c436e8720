package dev.pressline.normalize.convert.markdown;

import org.commonmark.node.CustomBlock;

/** Lines of TeX behind two dollar signs. Mutable while it is parsed. */
final class TexBlock extends CustomBlock {

    private String source = "";
    private boolean closed;

    /** Gives it what stands behind the opening dollar signs. */
    void fill(String lines, boolean isClosed) {
        source = lines;
        closed = isClosed;
    }

    /** The lines between the dollar signs, or to the end where no others follow. */
    String source() {
        return source;
    }

    /** Whether two dollar signs end it; else it was no TeX. */
    boolean isClosed() {
        return closed;
    }
}

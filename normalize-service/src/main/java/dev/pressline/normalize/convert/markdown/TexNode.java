package dev.pressline.normalize.convert.markdown;

import org.commonmark.node.CustomNode;

/** TeX between dollar signs; {@code display} when there were two of them. Immutable. */
final class TexNode extends CustomNode {

    private final String tex;
    private final boolean display;

    TexNode(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    boolean isDisplay() {
        return display;
    }
}

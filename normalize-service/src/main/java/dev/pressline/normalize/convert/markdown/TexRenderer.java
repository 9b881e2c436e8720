package dev.pressline.normalize.convert.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes TeX the way MathML carries it. */
record TexRenderer(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TexNode.class, TexBlock.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof TexBlock block) {
            write(block.source().strip(), true);
        } else if (node instanceof TexNode tex) {
            write(tex.tex(), tex.isDisplay());
        }
    }

    private void write(String tex, boolean display) {
        HtmlWriter html = context.getWriter();
        html.tag("math", display ? Map.of("display", "block") : Map.of());
        html.tag("annotation", Map.of("encoding", "application/x-tex"));
        html.text(tex);
        html.tag("/annotation");
        html.tag("/math");
    }
}

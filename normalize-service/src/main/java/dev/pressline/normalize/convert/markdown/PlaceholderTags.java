package dev.pressline.normalize.convert.markdown;

import java.util.Set;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.jsoup.parser.Tag;

/**
 * Writes raw HTML within a line, except that what merely looks like an element, such as {@code
 * <your-name>} or the {@code <T>} of {@code List<T>}, stays text.
 */
final class PlaceholderTags implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    PlaceholderTags(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HtmlInline.class);
    }

    @Override
    public void render(Node node) {
        String literal = ((HtmlInline) node).getLiteral();
        if (isPlaceholder(literal)) {
            context.getWriter().text(literal);
        } else {
            context.getWriter().raw(literal);
        }
    }

    /** Whether it is a tag without attributes of an element that HTML does not have. */
    private static boolean isPlaceholder(String literal) {
        int start = literal.startsWith("</") ? 2 : 1;
        String name = literal.substring(start, literal.length() - 1);
        boolean bare = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
        return bare && !name.isEmpty() && !Tag.isKnownTag(name);
    }
}

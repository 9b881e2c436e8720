package dev.pressline.normalize.convert.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.parser.Tag;

/**
 * Writes raw HTML as Markdown carries it, except that text stays text: what merely looks like an
 * element, such as {@code <your-name>} or the {@code <T>} of {@code List<T>}, and the tags of
 * elements that would swallow what follows them, such as {@code <title>} in a sentence about pages.
 */
final class PlaceholderTags implements NodeRenderer {

    /** Elements within which HTML reads no markup, and which no article is made of. */
    private static final Pattern SWALLOWING =
            Pattern.compile(
                    "<(?=/?(?:title|textarea|xmp|plaintext|noembed|noframes)[\\s/>])",
                    Pattern.CASE_INSENSITIVE);

    /** The same, but whose inside is no text. */
    private static final Set<String> CODE = Set.of("script", "style");

    private final HtmlNodeRendererContext context;

    PlaceholderTags(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HtmlInline.class, HtmlBlock.class);
    }

    @Override
    public void render(Node node) {
        HtmlWriter html = context.getWriter();
        if (node instanceof HtmlBlock block) {
            html.line();
            html.raw(escaped(block.getLiteral()));
            html.line();
        } else if (node instanceof HtmlInline tag) {
            if (isPlaceholder(tag.getLiteral()) || isNeverClosed(tag)) {
                html.text(tag.getLiteral());
            } else {
                html.raw(escaped(tag.getLiteral()));
            }
        }
    }

    private static String escaped(String literal) {
        return SWALLOWING.matcher(literal).replaceAll("&lt;");
    }

    /** Whether it is a tag without attributes of an element that HTML does not have. */
    private static boolean isPlaceholder(String literal) {
        String name = name(literal);
        boolean bare = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
        return bare && !name.isEmpty() && !Tag.isKnownTag(name);
    }

    /** What stands between the angle brackets, without a slash before it. */
    private static String name(String literal) {
        return literal.substring(literal.startsWith("</") ? 2 : 1, literal.length() - 1);
    }

    private static boolean isNeverClosed(HtmlInline tag) {
        String name = name(tag.getLiteral()).toLowerCase(Locale.ROOT);
        if (!CODE.contains(name) || tag.getLiteral().startsWith("</")) {
            return false;
        }
        for (Node next = tag.getNext(); next != null; next = next.getNext()) {
            if (next instanceof HtmlInline end
                    && end.getLiteral().toLowerCase(Locale.ROOT).startsWith("</" + name)) {
                return false;
            }
        }
        return true;
    }
}

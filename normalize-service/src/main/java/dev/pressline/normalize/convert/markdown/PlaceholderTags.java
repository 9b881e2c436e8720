package dev.pressline.normalize.convert.markdown;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

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
                    CASE_INSENSITIVE);

    /** The same, but whose inside is no text. */
    private static final Set<String> CODE = Set.of("script", "style");

    /** How many nodes away the other half of a tag may be. */
    private static final int FARTHEST = 500;

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
            if (isPlaceholder(tag) || isNeverClosed(tag)) {
                html.text(tag.getLiteral());
            } else {
                html.raw(escaped(tag.getLiteral()));
            }
        }
    }

    private static String escaped(String literal) {
        return SWALLOWING.matcher(literal).replaceAll("&lt;");
    }

    /**
     * Whether it is a tag without attributes of an element that HTML does not have, or in capitals
     * and half of nothing, as the {@code <B>} of {@code List<B>} is.
     */
    private static boolean isPlaceholder(HtmlInline tag) {
        String written = written(tag);
        boolean bare = written.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
        if (!bare || written.isEmpty()) {
            return false;
        }
        String name = name(tag);
        if (!Tag.isKnownTag(name)) {
            return true;
        }
        boolean inCapitals = !written.equals(name);
        boolean hasHalves = !Tag.valueOf(name).isEmpty();
        return inCapitals && hasHalves && !hasOtherHalf(tag);
    }

    private static boolean isNeverClosed(HtmlInline tag) {
        return CODE.contains(name(tag)) && !isEnd(tag) && !hasOtherHalf(tag);
    }

    /** Whether the start or the end that belongs to a tag stands in the same line of text. */
    private static boolean hasOtherHalf(HtmlInline tag) {
        boolean end = isEnd(tag);
        Pattern half = Pattern.compile((end ? "<" : "</") + name(tag) + "\\b", CASE_INSENSITIVE);
        return Stream.iterate(beside(tag, end), Objects::nonNull, node -> beside(node, end))
                .limit(FARTHEST)
                .anyMatch(
                        node ->
                                node instanceof HtmlInline other
                                        && half.matcher(other.getLiteral()).lookingAt());
    }

    private static @Nullable Node beside(Node node, boolean before) {
        return before ? node.getPrevious() : node.getNext();
    }

    private static boolean isEnd(HtmlInline tag) {
        return tag.getLiteral().startsWith("</");
    }

    private static String name(HtmlInline tag) {
        return written(tag).toLowerCase(Locale.ROOT);
    }

    /** What stands between the angle brackets, without a slash before it. */
    private static String written(HtmlInline tag) {
        String literal = tag.getLiteral();
        return literal.substring(isEnd(tag) ? 2 : 1, literal.length() - 1);
    }
}

package dev.pressline.render.html;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/**
 * HTML while it is being written: elements and attributes of closed sets, and text that is always
 * encoded. There is no way to pass markup through. Not thread-safe.
 */
public final class Html {

    /** Elements in the midst of a line. */
    private static final Set<Element> INLINE =
            EnumSet.of(
                    Element.A,
                    Element.CODE,
                    Element.DEL,
                    Element.EM,
                    Element.INS,
                    Element.MARK,
                    Element.S,
                    Element.SMALL,
                    Element.SPAN,
                    Element.STRONG,
                    Element.SUP,
                    Element.TIME,
                    Element.U);

    /** Elements whose text is not set in lines. */
    private static final Set<Element> WITHOUT_LINES =
            EnumSet.of(
                    Element.TITLE,
                    Element.ANNOTATION,
                    Element.MI,
                    Element.MN,
                    Element.MO,
                    Element.MTEXT);

    private final StringBuilder out;
    private final LineBreaks breaks = new LineBreaks();
    private boolean inTag;
    private boolean hasLines = true;

    private Html(int capacity) {
        out = new StringBuilder(capacity);
    }

    /** An empty fragment. */
    public static Html fragment() {
        return new Html(2_048);
    }

    /** An empty document behind its doctype. */
    public static Html document() {
        Html html = new Html(8_192);
        html.out.append("<!doctype html>\n");
        return html;
    }

    /** Starts an element; attributes may follow. */
    public Html start(Element element) {
        closeTag();
        enter(element);
        out.append('<').append(element.text());
        inTag = true;
        hasLines = !WITHOUT_LINES.contains(element);
        return this;
    }

    /** Adds an attribute to the element just started. */
    public Html with(Attribute attribute, String value) {
        if (!inTag) {
            throw new IllegalStateException("an attribute outside of a start tag");
        }
        out.append(' ').append(attribute.text()).append("=\"");
        Encoder.attribute(out, value);
        out.append('"');
        return this;
    }

    /** Adds an attribute of a number. */
    public Html with(Attribute attribute, long value) {
        return with(attribute, Long.toString(value));
    }

    /** Writes text, encoded, and with places where lines may break if it has none of its own. */
    public Html text(String text) {
        closeTag();
        if (hasLines) {
            breaks.write(out, text);
        } else {
            Encoder.text(out, text);
        }
        return this;
    }

    /** Ends an element. */
    public Html end(Element element) {
        closeTag();
        enter(element);
        hasLines = true;
        out.append("</").append(element.text()).append('>');
        return this;
    }

    /** Ends an element and the line. */
    public Html endLine(Element element) {
        return end(element).line();
    }

    /** Ends the line. */
    public Html line() {
        closeTag();
        out.append('\n');
        return this;
    }

    /** An element that holds nothing but text. */
    public Html element(Element element, String text) {
        return start(element).text(text).end(element);
    }

    /**
     * Writes JSON-LD as a data block, which no browser runs; what could end it or open a comment is
     * escaped within the JSON.
     */
    public Html jsonLd(String json) {
        closeTag();
        out.append("<script type=\"application/ld+json\">");
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '<' || c == '>' || c == '&') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append("</script>\n");
        return this;
    }

    /** Appends a fragment, which is encoded already. */
    public Html append(Html fragment) {
        closeTag();
        out.append(fragment.text());
        return this;
    }

    /** What has been written. */
    public String text() {
        closeTag();
        return out.toString();
    }

    /** What has been written, in UTF-8. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** What is not in the midst of a line begins one, or ends it. */
    private void enter(Element element) {
        if (!INLINE.contains(element)) {
            breaks.begin();
        }
    }

    private void closeTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }
}

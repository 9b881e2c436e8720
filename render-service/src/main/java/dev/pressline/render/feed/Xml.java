package dev.pressline.render.feed;

import dev.pressline.render.html.Encoder;
import java.nio.charset.StandardCharsets;

/**
 * XML while it is being written; all text is encoded. Names are constants of ours. Not thread-safe.
 */
final class Xml {

    private final StringBuilder out = new StringBuilder(4_096);

    /** Writes the XML declaration. */
    Xml declaration() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return this;
    }

    /** Starts an element with attributes, given as names and values in turn. */
    Xml start(String name, String... attributes) {
        tag(name, attributes);
        out.append(">");
        return this;
    }

    /** Writes an element without content on a line. */
    Xml empty(String name, String... attributes) {
        tag(name, attributes);
        out.append("/>\n");
        return this;
    }

    /** Writes an element of text on a line. */
    Xml element(String name, String text, String... attributes) {
        start(name, attributes);
        Encoder.text(out, text);
        return end(name);
    }

    /** Ends an element and the line. */
    Xml end(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** Writes XML of ours that was made before, in UTF-8. */
    Xml part(byte[] xml) {
        out.append(new String(xml, StandardCharsets.UTF_8));
        return this;
    }

    /** Ends the line. */
    Xml line() {
        out.append('\n');
        return this;
    }

    /** What has been written, in UTF-8. */
    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            Encoder.attribute(out, attributes[i + 1]);
            out.append('"');
        }
    }
}

package dev.pressline.testing.benchmarks.normalize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.serde.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text that repeats a mark, to find what takes more than its share of time. Immutable.
 *
 * @param mark what is repeated
 * @param format how it is published
 */
record HostileText(String mark, Format format) {

    /** Where the text stands. */
    enum Format {
        /** In {@code textContent}. */
        TEXT,
        /** In a content of Markdown. */
        MARKDOWN,
        /** In a content of HTML. */
        HTML
    }

    private static final List<String> MARKS =
            List.of(
                    "[",
                    "]",
                    "**",
                    "**a ",
                    "**a****",
                    "](",
                    "[](",
                    "](https://x ",
                    "[x](http://a",
                    "&amp;",
                    "â€",
                    "_a ",
                    "~~a ",
                    "## a\n\n",
                    "`");
    private static final List<String> NESTED = List.of("- ", "> ", "[", "**a ", "![](", "<p>");
    private static final List<String> ELEMENTS = List.of("<ul><li>", "<b>", "<p>", "<table><td>");

    /** Every mark in every format. */
    static List<HostileText> all() {
        List<HostileText> all = new ArrayList<>();
        MARKS.forEach(mark -> all.add(new HostileText(mark, Format.TEXT)));
        NESTED.forEach(mark -> all.add(new HostileText(mark, Format.MARKDOWN)));
        ELEMENTS.forEach(mark -> all.add(new HostileText(mark, Format.HTML)));
        return all;
    }

    /** The record of a document with so many characters of it. */
    byte[] record(int length) {
        String text = mark.repeat(length / mark.length());
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.put("$type", "site.standard.document").put("title", "Hostile");
        record.putArray("tags").add("x [y").add(mark);
        switch (format) {
            case TEXT -> record.put("textContent", text);
            case MARKDOWN ->
                    record.putObject("content")
                            .put("$type", "site.standard.content.markdown")
                            .put("text", text);
            case HTML ->
                    record.putObject("content")
                            .put("$type", "org.wordpress.html")
                            .put("html", text);
        }
        return record.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a report calls it. */
    String name() {
        return mark.replace("\n", "\\n") + " as " + format.name().toLowerCase(Locale.ROOT);
    }
}

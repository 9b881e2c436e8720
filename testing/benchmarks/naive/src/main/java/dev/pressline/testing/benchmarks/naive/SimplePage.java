package dev.pressline.testing.benchmarks.naive;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/**
 * The simplest page that shows a record: its title, and its text in paragraphs. Far less than what
 * Pressline prints, so that comparisons err on the side of the others. Stateless.
 */
public final class SimplePage {

    private SimplePage() {}

    /** The object key of the page of a record. */
    public static String key(String did, String rkey) {
        return "pages/" + did + "/" + rkey + ".html";
    }

    /** The bytes of the page; fields that are missing or no text are left out. */
    public static byte[] render(JsonNode record) {
        String title = record.path("title").asText("");
        StringBuilder html = new StringBuilder(8192);
        html.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>");
        escape(title, html);
        html.append("</title><article><h1>");
        escape(title, html);
        html.append("</h1>");
        paragraphs(record.path("textContent").asText(""), html);
        html.append("</article></html>\n");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The text as paragraphs of HTML. */
    static String body(String text) {
        StringBuilder html = new StringBuilder(text.length() + 256);
        paragraphs(text, html);
        return html.toString();
    }

    private static void paragraphs(String text, StringBuilder html) {
        for (String paragraph : text.split("\n\n")) {
            html.append("<p>");
            escape(paragraph, html);
            html.append("</p>\n");
        }
    }

    private static void escape(String text, StringBuilder html) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
    }
}

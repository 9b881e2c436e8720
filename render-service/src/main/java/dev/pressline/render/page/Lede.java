package dev.pressline.render.page;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.render.html.PlainText;
import java.util.Optional;

/**
 * The description as it stands over the text. Many publishers fill it with the first words of the
 * text, where a reader would meet them twice. Stateless and thread-safe.
 */
final class Lede {

    private Lede() {}

    /** The description, unless it is blank or only what the paragraphs of the text begin with. */
    static Optional<String> of(Document document) {
        return document.description()
                .filter(text -> !text.isBlank())
                .filter(text -> !begins(beginning(document, text.length()), text.strip()));
    }

    private static boolean begins(String body, String description) {
        String words = words(description);
        boolean wholeWords =
                body.length() <= words.length()
                        || !Character.isLetterOrDigit(body.charAt(words.length()));
        boolean cut = description.endsWith("…") || description.endsWith("...");
        return body.startsWith(words) && (cut || wholeWords);
    }

    private static String beginning(Document document, int length) {
        StringBuilder text = new StringBuilder();
        for (Block block : document.body().blocks()) {
            if (block instanceof Block.Paragraph paragraph && text.length() <= length) {
                text.append(PlainText.of(paragraph.children())).append(' ');
            }
        }
        return words(text.toString());
    }

    /** The text with single blanks and without the dots that say that it was cut. */
    private static String words(String text) {
        String words = text.strip().replaceAll("\\s+", " ");
        int end = words.length();
        while (end > 0 && " .…".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }
}

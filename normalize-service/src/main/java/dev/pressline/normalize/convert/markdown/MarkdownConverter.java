package dev.pressline.normalize.convert.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;

/**
 * Converts formats that keep Markdown under one key; without it the body is elsewhere, a
 * placeholder. Immutable.
 *
 * @param key the field that holds the Markdown
 */
public record MarkdownConverter(String key) implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        return Fields.text(content, key)
                .map(markdown -> MarkdownBody.blocks(markdown, context))
                .orElseGet(() -> List.of(new Block.Unknown(Fields.type(content))));
    }
}

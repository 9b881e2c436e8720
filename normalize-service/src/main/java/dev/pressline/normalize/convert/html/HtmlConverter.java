package dev.pressline.normalize.convert.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;

/**
 * Converts formats that keep HTML under one key; without it the body is elsewhere, a placeholder.
 * Immutable.
 *
 * @param key the field that holds the HTML
 */
public record HtmlConverter(String key) implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        return Fields.text(content, key)
                .map(html -> HtmlBody.blocks(html, context))
                .orElseGet(() -> List.of(new Block.Unknown(Fields.type(content))));
    }
}

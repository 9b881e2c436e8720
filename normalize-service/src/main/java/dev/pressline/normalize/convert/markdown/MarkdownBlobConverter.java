package dev.pressline.normalize.convert.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;

/**
 * Converts formats that keep Markdown in a blob, a placeholder while it is not known. Stateless.
 */
public final class MarkdownBlobConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        return context.text(content.path("blob"))
                .map(markdown -> MarkdownBody.blocks(markdown, context))
                .orElseGet(() -> List.of(new Block.Unknown(Fields.type(content))));
    }
}

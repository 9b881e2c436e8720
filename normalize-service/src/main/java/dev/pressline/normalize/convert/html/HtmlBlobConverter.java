package dev.pressline.normalize.convert.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;

/**
 * Converts formats that keep HTML in a blob named {@code doc.html}, a placeholder while it is not
 * known. Stateless.
 */
public final class HtmlBlobConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        return context.text(content.path("blobs").path("doc.html"))
                .map(html -> HtmlBody.blocks(html, context))
                .orElseGet(() -> List.of(new Block.Unknown(Fields.type(content))));
    }
}

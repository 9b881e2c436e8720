package dev.pressline.normalize.convert.greengale;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;

/**
 * Converts {@code app.greengale.document#contentRef}: the entry it names, a placeholder while that
 * is not known. Stateless.
 */
public final class ContentRefConverter implements BodyConverter {

    private static final EntryConverter ENTRY = new EntryConverter();

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        return context.part(content.path("uri"))
                .map(entry -> ENTRY.convert(entry, context))
                .orElseGet(() -> List.of(new Block.Unknown(Fields.type(content))));
    }
}

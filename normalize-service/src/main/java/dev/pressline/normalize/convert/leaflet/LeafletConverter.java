package dev.pressline.normalize.convert.leaflet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;

/**
 * Converts {@code pub.leaflet.content} and the older {@code pub.leaflet.document}: pages of blocks.
 * Pages that are kept in a blob are read from there, and a placeholder while it is not known.
 * Stateless.
 */
public final class LeafletConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        JsonNode blob = content.path("blobPages");
        if (!blob.isObject()) {
            return new LeafletPages(Fields.list(content, "pages"), context).blocks();
        }
        return context.json(blob)
                .map(pages -> new LeafletPages(Fields.items(pages), context).blocks())
                .orElseGet(() -> List.of(new Block.Unknown(Fields.type(content))));
    }
}

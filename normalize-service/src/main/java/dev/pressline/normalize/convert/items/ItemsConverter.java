package dev.pressline.normalize.convert.items;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts formats that are a list of typed blocks with facets: logue and Afterword under {@code
 * items}, OXA under {@code blocks} or {@code children}. Stateless.
 */
public final class ItemsConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        Parts parts = new Parts(context);
        List<Block> blocks =
                new ArrayList<>(
                        new ItemBlocks(parts)
                                .blocks(Fields.list(content, "items", "blocks", "children")));
        blocks.addAll(parts.footnotes());
        return blocks;
    }
}

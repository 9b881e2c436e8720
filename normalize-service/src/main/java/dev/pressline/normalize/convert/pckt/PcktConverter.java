package dev.pressline.normalize.convert.pckt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts {@code blog.pckt.content}: a list of blocks. A body that is kept in a blob is read from
 * there, and a placeholder while it is not known. Stateless.
 */
public final class PcktConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        List<JsonNode> own = Fields.list(content, "items");
        if (!own.isEmpty() || !content.path("blob").isObject()) {
            return blocks(own, context);
        }
        return context.json(content.path("blob"))
                .map(items -> blocks(Fields.items(items), context))
                .orElseGet(() -> List.of(new Block.Unknown(Fields.type(content))));
    }

    private static List<Block> blocks(List<JsonNode> items, ConversionContext context) {
        Parts parts = new Parts(context);
        List<Block> blocks = new ArrayList<>(new PcktBlocks(parts, context).blocks(items));
        blocks.addAll(parts.footnotes());
        return blocks;
    }
}

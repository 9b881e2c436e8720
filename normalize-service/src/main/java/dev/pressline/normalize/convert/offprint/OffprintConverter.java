package dev.pressline.normalize.convert.offprint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;

/** Converts {@code app.offprint.content}: a list of blocks. Stateless. */
public final class OffprintConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        Parts parts = new Parts(context);
        List<Block> blocks =
                new ArrayList<>(new OffprintBlocks(parts).blocks(Fields.list(content, "items")));
        blocks.addAll(parts.footnotes());
        return blocks;
    }
}

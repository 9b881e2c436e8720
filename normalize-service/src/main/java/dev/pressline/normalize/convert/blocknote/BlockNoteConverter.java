package dev.pressline.normalize.convert.blocknote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.List;

/** Converts {@code org.blocknote.document#content}: a list of blocks. Stateless. */
public final class BlockNoteConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        return new BlockNoteBlocks(new Parts(context), context)
                .blocks(Fields.list(content, "blocks"));
    }
}

package dev.pressline.normalize.convert.gutenberg;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.List;

/** Converts {@code blog.skypress.content.gutenberg}: a list of blocks. Stateless. */
public final class GutenbergConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        return new GutenbergBlocks(new Parts(context), new GutenbergFragments(context))
                .blocks(Fields.list(content, "blocks"));
    }
}

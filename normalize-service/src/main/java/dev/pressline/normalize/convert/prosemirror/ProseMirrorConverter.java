package dev.pressline.normalize.convert.prosemirror;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.ContentNodes;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts formats whose body is a ProseMirror or TipTap document, a node of the type {@code doc}:
 * the content itself, or one of its fields {@code doc} and {@code content}. Without one the body is
 * elsewhere, a placeholder. Stateless.
 */
public final class ProseMirrorConverter implements BodyConverter {

    @Override
    public List<Block> convert(JsonNode content, ConversionContext context) {
        for (JsonNode node : List.of(content, content.path("doc"), content.path("content"))) {
            if (node.path("type").asText().equals("doc")) {
                return document(node, context);
            }
        }
        return List.of(new Block.Unknown(Fields.type(content)));
    }

    private static List<Block> document(JsonNode doc, ConversionContext context) {
        Parts parts = new Parts(context);
        ProseMirrorBlocks reader =
                new ProseMirrorBlocks(parts, new ProseMirrorInlines(parts, context));
        List<Block> blocks = new ArrayList<>(reader.blocks(ContentNodes.nodes(doc)));
        blocks.addAll(parts.footnotes());
        return blocks;
    }
}

package dev.pressline.normalize.convert.items;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.ContentNodes;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.List;

/**
 * Blocks of logue, Afterword and OXA by the last part of their {@code $type}; what holds blocks
 * holds them under {@code content}. One for each conversion.
 */
final class ItemBlocks {

    private final Parts parts;
    private final ContentNodes nodes = new ContentNodes(this::blocks);

    ItemBlocks(Parts parts) {
        this.parts = parts;
    }

    /** The blocks of a list of blocks. */
    List<Block> blocks(List<JsonNode> items) {
        return items.stream().flatMap(item -> block(item).stream()).toList();
    }

    private List<Block> block(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "text", "paragraph", "reference" -> parts.paragraph(inlines(block));
            case "heading", "header" ->
                    parts.heading(Fields.integer(block, "level").orElse(1), inlines(block));
            case "blockquote", "quote" -> quote(block);
            case "unorderedList", "bulletList" -> nodes.list(block, false);
            case "orderedList" -> nodes.list(block, true);
            case "taskList" -> nodes.tasks(block);
            case "code", "codeBlock", "codeCell" ->
                    parts.code(
                            block,
                            Fields.text(block, "language"),
                            "plaintext",
                            "text",
                            "code",
                            "value");
            case "math", "mathBlock" -> parts.math(block);
            default -> leaf(block);
        };
    }

    private List<Block> leaf(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "image" ->
                    parts.image(
                            block,
                            parts.picture(block, Parts.alt(block), "image", "blob", "src"),
                            List.of());
            case "imageGallery", "gallery", "imageGrid" -> gallery(block);
            case "horizontalRule", "thematicBreak" -> List.of(new Block.Rule());
            case "website", "iframe", "webEmbed" -> parts.embed(block, "src", "url", "href");
            case "button" -> parts.button(block, "url", "href");
            case "blueskyEmbed", "bskyPost" -> parts.post(block, "postRef");
            default -> parts.unknown(block);
        };
    }

    private List<Inline> inlines(JsonNode block) {
        return parts.inlines(block, "plaintext", "text");
    }

    private List<Block> quote(JsonNode block) {
        List<Inline> words = inlines(block);
        return parts.quote(words.isEmpty() ? nodes.children(block) : parts.paragraph(words));
    }

    private List<Block> gallery(JsonNode block) {
        return parts.gallery(
                block,
                Fields.list(block, "images").stream()
                        .flatMap(
                                image ->
                                        parts
                                                .picture(image, Parts.alt(image), "image", "blob")
                                                .stream())
                        .toList(),
                List.of());
    }
}

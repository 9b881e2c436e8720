package dev.pressline.normalize.convert.offprint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.normalize.convert.inline.Texts;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Lists;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Converts blocks of Offprint, {@code app.offprint.block.*}. The lexicon calls the blob of an image
 * {@code blob}, real records {@code image}: both are read. One for each conversion.
 */
final class OffprintBlocks {

    private final Parts parts;

    OffprintBlocks(Parts parts) {
        this.parts = parts;
    }

    /** The blocks of a list of blocks. */
    List<Block> blocks(List<JsonNode> items) {
        return items.stream().flatMap(item -> blocks(item).stream()).toList();
    }

    private List<Block> blocks(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "text" -> parts.paragraph(inlines(block));
            case "heading" ->
                    parts.heading(Fields.integer(block, "level").orElse(1), inlines(block));
            case "blockquote" -> quote(block);
            case "callout" -> callout(block);
            case "bulletList", "taskList" -> list(block, false);
            case "orderedList" -> list(block, true);
            case "codeBlock" ->
                    parts.code(block, Fields.text(block, "language"), "code", "plaintext");
            case "mathBlock" -> parts.math(block);
            case "image" -> parts.image(block, picture(block), caption(block));
            case "imageGrid", "imageCarousel" ->
                    parts.gallery(block, pictures(block), caption(block));
            case "imageDiff" -> comparison(block);
            default -> leaf(block);
        };
    }

    private List<Block> leaf(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "horizontalRule" -> List.of(new Block.Rule());
            case "webBookmark" -> parts.embed(block, "href");
            case "webEmbed" -> parts.embed(block, "href", "embedUrl");
            case "button" -> button(block);
            case "blueskyPost" -> parts.post(block, "post");
            default -> parts.unknown(block);
        };
    }

    private List<Inline> inlines(JsonNode block) {
        return parts.inlines(block, "plaintext", "text");
    }

    private List<Block> quote(JsonNode block) {
        List<Block> children = blocks(Fields.list(block, "content"));
        return parts.quote(children.isEmpty() ? parts.paragraph(inlines(block)) : children);
    }

    private List<Block> callout(JsonNode block) {
        List<Block> children = parts.paragraph(inlines(block));
        return children.isEmpty()
                ? List.of()
                : List.of(new Block.Callout(Fields.text(block, "emoji"), children));
    }

    private List<Block> list(JsonNode list, boolean ordered) {
        List<Lists.Entry> entries =
                Fields.list(list, "children").stream()
                        .map(item -> new Lists.Entry(checked(item), item(item, ordered)))
                        .toList();
        return Lists.of(ordered, Fields.integer(list, "start").orElse(1), entries);
    }

    private static Optional<Boolean> checked(JsonNode item) {
        return Fields.flag(item, "checked");
    }

    /** An item's own block, then the items nested in it as a list of the same kind. */
    private List<Block> item(JsonNode item, boolean ordered) {
        List<Block> children = new ArrayList<>(blocks(Fields.list(item, "content")));
        children.addAll(list(item, ordered));
        return children;
    }

    private Optional<Picture> picture(JsonNode holder) {
        return parts.picture(holder, Parts.alt(holder), "blob", "image");
    }

    private List<Picture> pictures(JsonNode block) {
        return Fields.list(block, "images").stream()
                .flatMap(image -> picture(image).stream())
                .toList();
    }

    /** Two images side by side, under them what each is called, then the caption. */
    private List<Block> comparison(JsonNode block) {
        String names =
                Fields.list(block, "labels").stream()
                        .map(JsonNode::asText)
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.joining(" / "));
        List<Block> blocks = new ArrayList<>(parts.gallery(block, pictures(block), List.of()));
        blocks.addAll(parts.paragraph(Texts.lines(names)));
        blocks.addAll(parts.paragraph(caption(block)));
        return blocks;
    }

    private List<Inline> caption(JsonNode block) {
        return Fields.text(block, "caption")
                .map(text -> parts.inlines(text, block.path("captionFacets")))
                .orElse(List.of());
    }

    private List<Block> button(JsonNode block) {
        List<Block> blocks = new ArrayList<>(parts.button(block, "href", "url"));
        blocks.addAll(parts.paragraph(caption(block)));
        return blocks;
    }
}

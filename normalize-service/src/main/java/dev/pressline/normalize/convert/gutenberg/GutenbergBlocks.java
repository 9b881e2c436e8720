package dev.pressline.normalize.convert.gutenberg;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.Lists;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Blocks of Gutenberg by their {@code name}, fields in {@code attributes}, blocks within in {@code
 * innerBlocks}. Groups and columns are only wrappers. One for each conversion.
 */
final class GutenbergBlocks {

    private static final String CORE = "core/";

    private final Parts parts;
    private final GutenbergFragments html;

    GutenbergBlocks(Parts parts, GutenbergFragments html) {
        this.parts = parts;
        this.html = html;
    }

    /** The blocks of a list of blocks. */
    List<Block> blocks(List<JsonNode> siblings) {
        return siblings.stream().flatMap(block -> block(block).stream()).toList();
    }

    private static String name(JsonNode block) {
        String name = Fields.text(block, "name").orElse("unknown");
        return name.startsWith(CORE) ? name.substring(CORE.length()) : name;
    }

    private static List<JsonNode> inner(JsonNode block) {
        return Fields.list(block, "innerBlocks");
    }

    private List<Block> block(JsonNode block) {
        JsonNode attributes = block.path("attributes");
        return switch (name(block)) {
            case "heading" ->
                    parts.heading(
                            Fields.integer(attributes, "level").orElse(2),
                            html.line(attributes, "content"));
            case "list" -> list(block, attributes);
            case "quote", "pullquote" -> quote(block, attributes);
            case "code", "preformatted", "verse" -> html.within("pre", attributes, "content");
            case "table" -> new GutenbergTables(html).table(attributes);
            case "image" -> image(attributes);
            case "gallery" -> gallery(block, attributes);
            case "media-text" -> mediaText(block, attributes);
            case "details" -> details(block, attributes);
            case "button" -> button(attributes);
            default -> leaf(block, attributes);
        };
    }

    private List<Block> leaf(JsonNode block, JsonNode attributes) {
        return switch (name(block)) {
            case "separator" -> List.of(new Block.Rule());
            case "nextpage" -> List.of(new Block.PageBreak());
            case "spacer", "more" -> List.of();
            case "embed" -> card(block, "url");
            case "video", "audio" -> card(block, "src");
            case "file" -> card(block, "href");
            default -> other(block, attributes);
        };
    }

    private List<Block> other(JsonNode block, JsonNode attributes) {
        List<Block> blocks = new ArrayList<>(html.blocks(attributes, "content", "text"));
        blocks.addAll(blocks(inner(block)));
        boolean empty = blocks.isEmpty() && inner(block).isEmpty() && !attributes.has("content");
        return empty ? unknown(block) : blocks;
    }

    private static List<Block> unknown(JsonNode block) {
        return List.of(new Block.Unknown(Fields.text(block, "name").orElse("unknown")));
    }

    private List<Block> card(JsonNode block, String url) {
        List<Block> card = parts.embed(block, block.path("attributes"), url);
        return card.getFirst() instanceof Block.Unknown ? unknown(block) : card;
    }

    private List<Block> list(JsonNode block, JsonNode attributes) {
        boolean ordered = attributes.path("ordered").asBoolean();
        if (inner(block).isEmpty()) {
            return html.within(ordered ? "ol" : "ul", attributes, "values");
        }
        List<Lists.Entry> entries =
                inner(block).stream()
                        .map(
                                item ->
                                        new Lists.Entry(
                                                Optional.empty(),
                                                other(item, item.path("attributes"))))
                        .toList();
        return Lists.of(ordered, Fields.integer(attributes, "start").orElse(1), entries);
    }

    private List<Block> quote(JsonNode block, JsonNode attributes) {
        List<Block> children = new ArrayList<>(blocks(inner(block)));
        if (children.isEmpty()) {
            children.addAll(html.blocks(attributes, "value", "content"));
        }
        children.addAll(html.within("cite", attributes, "citation"));
        return parts.quote(children);
    }

    private Optional<Picture> picture(JsonNode attributes) {
        return parts.picture(attributes, Parts.alt(attributes), "blob", "url", "mediaUrl");
    }

    private List<Block> image(JsonNode attributes) {
        List<Inline> caption = html.line(attributes, "caption");
        return picture(attributes)
                .map(found -> List.<Block>of(new Block.Image(found, caption)))
                .orElse(List.of(new Block.Unknown("core/image")));
    }

    /** The images inside of a gallery; older ones are listed in its attributes. */
    private List<Block> gallery(JsonNode block, JsonNode attributes) {
        Stream<JsonNode> images =
                inner(block).isEmpty()
                        ? Fields.list(attributes, "images").stream()
                        : inner(block).stream().map(image -> image.path("attributes"));
        List<Picture> pictures = images.flatMap(image -> picture(image).stream()).toList();
        return pictures.isEmpty()
                ? unknown(block)
                : parts.gallery(block, pictures, html.line(attributes, "caption"));
    }

    private List<Block> mediaText(JsonNode block, JsonNode attributes) {
        List<Block> blocks = new ArrayList<>(image(attributes));
        blocks.addAll(blocks(inner(block)));
        return blocks;
    }

    private List<Block> details(JsonNode block, JsonNode attributes) {
        List<Inline> summary = html.line(attributes, "summary");
        List<Block> blocks = new ArrayList<>();
        if (!summary.isEmpty()) {
            blocks.add(new Block.Paragraph(List.of(Style.Mark.STRONG.around(summary))));
        }
        blocks.addAll(blocks(inner(block)));
        return blocks;
    }

    private List<Block> button(JsonNode attributes) {
        String text = PlainText.ofInlines(html.line(attributes, "text"));
        return parts.button(text, attributes, "url", "href");
    }
}

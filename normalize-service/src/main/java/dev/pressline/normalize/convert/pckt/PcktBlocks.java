package dev.pressline.normalize.convert.pckt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.inline.Targets;
import dev.pressline.normalize.convert.inline.Texts;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.ContentNodes;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts blocks of pckt, {@code blog.pckt.block.*}. Whatever the lexicon says, a field may stand
 * in the block or in its {@code attrs}, and empty {@code attrs} are a list. One for each
 * conversion.
 */
final class PcktBlocks {

    private final Parts parts;
    private final ConversionContext context;
    private final ContentNodes nodes = new ContentNodes(this::blocks);

    PcktBlocks(Parts parts, ConversionContext context) {
        this.parts = parts;
        this.context = context;
    }

    /** The blocks of a list of blocks. */
    List<Block> blocks(List<JsonNode> items) {
        return items.stream().flatMap(item -> blocks(item).stream()).toList();
    }

    private List<Block> blocks(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "text" -> parts.paragraph(inlines(block));
            case "heading" ->
                    parts.heading(ContentNodes.integer(block, "level").orElse(1), inlines(block));
            case "blockquote" -> parts.quote(nodes.children(block));
            case "bulletList" -> nodes.list(block, false);
            case "orderedList" -> nodes.list(block, true);
            case "taskList" -> nodes.tasks(block);
            case "codeBlock" -> code(block);
            case "image" -> image(block);
            case "table" -> nodes.table(block);
            default -> leaf(block);
        };
    }

    private List<Block> leaf(JsonNode block) {
        return switch (Fields.kind(block)) {
            case "horizontalRule" -> List.of(new Block.Rule());
            case "hardBreak" -> List.of();
            case "iframe" -> parts.embed(ContentNodes.holder(block, "url"), "url", "src");
            case "website" -> parts.embed(ContentNodes.holder(block, "src"), "src", "url");
            case "blueskyEmbed" -> parts.post(ContentNodes.holder(block, "postRef"), "postRef");
            case "noteEmbed" -> parts.post(ContentNodes.holder(block, "noteRef"), "noteRef");
            case "gallery" -> gallery(block);
            case "mention" -> mention(ContentNodes.holder(block, "did"));
            default -> parts.unknown(block);
        };
    }

    /** The block's text; older blocks hold text nodes instead. */
    private List<Inline> inlines(JsonNode block) {
        List<Inline> inlines = new ArrayList<>(parts.inlines(block, "plaintext", "text"));
        if (inlines.isEmpty()) {
            ContentNodes.nodes(block).forEach(node -> inlines.addAll(textNode(node)));
        }
        return inlines;
    }

    private List<Inline> textNode(JsonNode node) {
        return Fields.kind(node).equals("hardBreak")
                ? List.of(new Inline.LineBreak())
                : parts.inlines(node, "plaintext", "text");
    }

    private List<Block> code(JsonNode block) {
        Optional<String> language = Fields.text(ContentNodes.holder(block, "language"), "language");
        return parts.code(block, language, "plaintext", "text", "code");
    }

    private List<Block> image(JsonNode block) {
        JsonNode image = ContentNodes.holder(block, "src");
        List<Inline> caption = Fields.text(image, "title").map(Texts::lines).orElse(List.of());
        return parts.image(block, picture(image), caption);
    }

    private Optional<Picture> picture(JsonNode image) {
        return parts.picture(image, Parts.alt(image), "blob", "src");
    }

    /** The images of the gallery's own record, a placeholder while that is not known. */
    private List<Block> gallery(JsonNode block) {
        List<Picture> pictures =
                context.part(block.path("ref")).stream()
                        .flatMap(gallery -> Fields.list(gallery, "images").stream())
                        .flatMap(image -> picture(image).stream())
                        .toList();
        return parts.gallery(block, pictures, List.of());
    }

    private List<Block> mention(JsonNode mention) {
        Optional<Style> account = Fields.text(mention, "did").flatMap(Targets::account);
        List<Inline> name =
                Fields.text(mention, "handle", "did")
                        .map(n -> Texts.lines("@" + n))
                        .orElse(List.of());
        return account.map(style -> parts.paragraph(List.of(style.around(name))))
                .orElseGet(() -> parts.paragraph(name));
    }
}

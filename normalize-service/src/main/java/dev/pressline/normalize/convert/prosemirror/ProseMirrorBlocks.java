package dev.pressline.normalize.convert.prosemirror;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.inline.Texts;
import dev.pressline.normalize.convert.tree.ContentNodes;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Block nodes of ProseMirror and TipTap, with those that publishers added. A node nobody knows
 * gives what it holds, and a placeholder where it holds nothing. One for each conversion.
 */
final class ProseMirrorBlocks {

    private final Parts parts;
    private final ProseMirrorInlines inlines;
    private final ContentNodes nodes = new ContentNodes(this::blocks);

    ProseMirrorBlocks(Parts parts, ProseMirrorInlines inlines) {
        this.parts = parts;
        this.inlines = inlines;
    }

    /** The blocks of nodes. */
    List<Block> blocks(List<JsonNode> given) {
        return given.stream().flatMap(node -> block(node).stream()).toList();
    }

    private List<Block> block(JsonNode node) {
        return switch (ProseMirrorInlines.kind(node)) {
            case "paragraph" -> paragraph(ContentNodes.nodes(node));
            case "text" -> paragraph(List.of(node));
            case "heading" ->
                    parts.heading(
                            ContentNodes.integer(node, "level").orElse(1),
                            inlines.inlines(ContentNodes.nodes(node)));
            case "blockquote" -> parts.quote(nodes.children(node));
            case "bulletlist" -> nodes.list(node, false);
            case "orderedlist" -> nodes.list(node, true);
            case "tasklist" -> nodes.tasks(node);
            case "codeblock" -> code(node);
            case "table" -> nodes.table(node);
            case "callout" -> callout(node);
            case "details" -> details(node);
            case "detailssummary" -> strong(Optional.of(inlines.inlines(ContentNodes.nodes(node))));
            default -> leaf(node);
        };
    }

    private List<Block> leaf(JsonNode node) {
        return switch (ProseMirrorInlines.kind(node)) {
            case "image" -> image(node);
            case "horizontalrule" -> List.of(new Block.Rule());
            case "mathblock", "blockmath" ->
                    ContentNodes.text(node, "content", "latex", "tex")
                            .map(tex -> List.<Block>of(new Block.Math(tex)))
                            .orElse(List.of());
            case "linkcard", "embed", "iframe", "youtube", "video", "audio" -> embed(node);
            default ->
                    ContentNodes.nodes(node).isEmpty() ? parts.unknown(node) : nodes.children(node);
        };
    }

    /** A paragraph, cut where an image stands in it. */
    private List<Block> paragraph(List<JsonNode> content) {
        List<Block> blocks = new ArrayList<>();
        List<JsonNode> line = new ArrayList<>();
        for (JsonNode node : content) {
            if (ProseMirrorInlines.kind(node).equals("image")) {
                blocks.addAll(parts.paragraph(inlines.inlines(line)));
                blocks.addAll(image(node));
                line.clear();
            } else {
                line.add(node);
            }
        }
        blocks.addAll(parts.paragraph(inlines.inlines(line)));
        return blocks;
    }

    private List<Block> code(JsonNode node) {
        String text = PlainText.ofInlines(inlines.inlines(ContentNodes.nodes(node)));
        return text.isBlank()
                ? List.of()
                : List.of(new Block.Code(ContentNodes.text(node, "language", "params"), text));
    }

    private List<Block> image(JsonNode node) {
        JsonNode image = ContentNodes.holder(node, "src");
        List<Inline> caption =
                ContentNodes.text(node, "title", "caption").map(Texts::lines).orElse(List.of());
        Optional<Picture> picture = parts.picture(image, Parts.alt(image), "blob", "src");
        return parts.image(node, picture, caption);
    }

    private List<Block> embed(JsonNode node) {
        String field = node.has("url") ? "url" : "src";
        return parts.embed(node, ContentNodes.holder(node, field), "url", "src", "embedUrl");
    }

    private List<Block> callout(JsonNode node) {
        List<Block> children = nodes.children(node);
        Optional<String> label = ContentNodes.text(node.path("attrs"), "emoji", "type");
        return children.isEmpty() ? List.of() : List.of(new Block.Callout(label, children));
    }

    private List<Block> details(JsonNode node) {
        List<Block> blocks =
                new ArrayList<>(strong(ContentNodes.text(node, "summary").map(Texts::lines)));
        blocks.addAll(nodes.children(node));
        return blocks;
    }

    private List<Block> strong(Optional<List<Inline>> words) {
        return words.filter(line -> !line.isEmpty())
                .map(line -> parts.paragraph(List.of(Style.Mark.STRONG.around(line))))
                .orElse(List.of());
    }
}

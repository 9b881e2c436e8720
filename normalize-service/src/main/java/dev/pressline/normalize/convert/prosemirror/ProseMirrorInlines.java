package dev.pressline.normalize.convert.prosemirror;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Run;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.inline.StyledLine;
import dev.pressline.normalize.convert.inline.Targets;
import dev.pressline.normalize.convert.inline.Texts;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.tree.ContentNodes;
import dev.pressline.normalize.convert.tree.Parts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Inline nodes with marks. One for each conversion. */
final class ProseMirrorInlines {

    private final Parts parts;
    private final ConversionContext context;
    private int footnotes;

    ProseMirrorInlines(Parts parts, ConversionContext context) {
        this.parts = parts;
        this.context = context;
    }

    /**
     * The kind of a node in lower case and without underscores, since schemas spell it in two ways.
     */
    static String kind(JsonNode node) {
        return Fields.kind(node).replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The line that inline nodes make. */
    List<Inline> inlines(List<JsonNode> nodes) {
        StyledLine line = new StyledLine();
        nodes.forEach(node -> add(node, line));
        return line.inlines();
    }

    private void add(JsonNode node, StyledLine line) {
        switch (kind(node)) {
            case "text" -> text(node, line);
            case "hardbreak" -> line.leaf(new Inline.LineBreak(), List.of());
            case "mathinline", "inlinemath", "math" ->
                    ContentNodes.text(node, "content", "latex", "tex")
                            .ifPresent(tex -> line.leaf(new Inline.Math(tex), List.of()));
            case "footnote" -> footnote(node, line);
            case "mention" -> mention(node, line);
            default -> ContentNodes.nodes(node).forEach(child -> add(child, line));
        }
    }

    private void text(JsonNode node, StyledLine line) {
        String text = node.path("text").asText();
        List<JsonNode> marks = Fields.list(node, "marks");
        if (marks.stream().anyMatch(mark -> kind(mark).equals("code"))) {
            line.leaf(new Inline.Code(text), styles(marks));
        } else {
            line.text(text, styles(marks));
        }
    }

    private List<Style> styles(List<JsonNode> marks) {
        List<Style> styles = List.of();
        for (JsonNode mark : marks) {
            Optional<? extends Style> style =
                    kind(mark).equals("link")
                            ? ContentNodes.text(mark, "href")
                                    .flatMap(href -> Targets.of(href, context))
                            : Style.Mark.named(kind(mark));
            styles = style.isPresent() ? Run.nest(styles, style.get()) : styles;
        }
        return styles;
    }

    private void footnote(JsonNode node, StyledLine line) {
        ContentNodes.text(node, "content")
                .ifPresent(
                        words ->
                                line.leaf(
                                        parts.footnote(
                                                Integer.toString(footnotes++), () -> body(words)),
                                        List.of()));
    }

    private static List<Block> body(String words) {
        return List.of(new Block.Paragraph(Texts.lines(words.strip())));
    }

    private void mention(JsonNode node, StyledLine line) {
        List<Style> account =
                ContentNodes.text(node, "did", "id").flatMap(Targets::account).stream().toList();
        ContentNodes.text(node, "label", "handle", "id")
                .ifPresent(name -> line.text(name.startsWith("@") ? name : "@" + name, account));
    }
}

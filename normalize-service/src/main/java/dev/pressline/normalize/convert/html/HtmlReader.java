package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Run;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.inline.Style.Mark;
import dev.pressline.normalize.convert.inline.Targets;
import dev.pressline.normalize.convert.source.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads the inside of one element into blocks: text and styles go to the open line, each element
 * that is a block ends it. Mutable, used once.
 */
final class HtmlReader {

    private static final Set<String> DROPPED =
            Set.of(
                    "script",
                    "style",
                    "template",
                    "noscript",
                    "head",
                    "title",
                    "svg",
                    "canvas",
                    "select",
                    "textarea",
                    "input",
                    "map",
                    "dialog",
                    "frameset",
                    "rp");
    private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt");
    private static final Map<String, Style> MARKS =
            Map.ofEntries(
                    Map.entry("b", Mark.STRONG),
                    Map.entry("strong", Mark.STRONG),
                    Map.entry("i", Mark.EMPHASIS),
                    Map.entry("em", Mark.EMPHASIS),
                    Map.entry("cite", Mark.EMPHASIS),
                    Map.entry("dfn", Mark.EMPHASIS),
                    Map.entry("var", Mark.EMPHASIS),
                    Map.entry("u", Mark.UNDERLINE),
                    Map.entry("ins", Mark.UNDERLINE),
                    Map.entry("s", Mark.STRIKETHROUGH),
                    Map.entry("strike", Mark.STRIKETHROUGH),
                    Map.entry("del", Mark.STRIKETHROUGH),
                    Map.entry("mark", Mark.HIGHLIGHT));

    private final HtmlSource source;
    private final boolean inTable;
    private final HtmlBlocks elements;
    private final List<Block> blocks = new ArrayList<>();
    private final Line line = new Line();

    /** A reader of one element; within a table no other table is made. */
    HtmlReader(HtmlSource source, boolean inTable) {
        this.source = source;
        this.inTable = inTable;
        this.elements = new HtmlBlocks(source, this);
    }

    boolean isInTable() {
        return inTable;
    }

    /** The blocks inside of an element whose text stands in these styles. */
    List<Block> read(Element element, List<Style> styles) {
        children(element, styles);
        endLine();
        return blocks;
    }

    /** The same, read apart from the blocks of this reader. */
    List<Block> readApart(Element element, List<Style> styles) {
        return new HtmlReader(source, inTable).read(element, styles);
    }

    private void children(Element element, List<Style> styles) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                line.text(SafeText.of(text.getWholeText()), styles);
            } else if (child instanceof Element inner && !isDropped(inner)) {
                element(inner, styles);
            }
        }
    }

    private static boolean isDropped(Element element) {
        return DROPPED.contains(element.normalName()) || element.hasAttr("hidden");
    }

    private void element(Element element, List<Style> styles) {
        String name = element.normalName();
        Style mark = MARKS.get(name);
        if (mark != null) {
            children(element, Run.nest(styles, mark));
        } else if (CODE.contains(name)) {
            code(element, styles);
        } else if (elements.isBlock(element)) {
            endLine();
            elements.blocks(element, styles)
                    .ifPresentOrElse(blocks::addAll, () -> children(element, styles));
            endLine();
        } else {
            inline(element, styles);
        }
    }

    private void inline(Element element, List<Style> styles) {
        switch (element.normalName()) {
            case "a" -> anchor(element, styles);
            case "br" -> lineBreak();
            case "img" -> image(element, styles);
            case "math" -> math(element, styles);
            case "q" -> {
                line.text("“", styles);
                children(element, styles);
                line.text("”", styles);
            }
            default -> children(element, styles);
        }
    }

    private void code(Element element, List<Style> styles) {
        String text = SafeText.of(element.wholeText());
        if (!text.isBlank()) {
            line.leaf(new Inline.Code(text), styles);
        }
    }

    private void anchor(Element element, List<Style> styles) {
        Optional<Inline> reference = source.footnotes().reference(element, this);
        if (reference.isPresent()) {
            line.leaf(reference.get(), List.of());
            return;
        }
        Optional<Style> target = Targets.of(element.attr("href"), source.context());
        children(element, target.map(style -> Run.nest(styles, style)).orElse(styles));
    }

    private void lineBreak() {
        if (line.lineBreak()) {
            endLine();
        }
    }

    private void image(Element element, List<Style> styles) {
        Optional<String> emoji = HtmlImages.emoji(element);
        if (emoji.isPresent()) {
            line.text(emoji.get(), styles);
            return;
        }
        List<Block> image = HtmlImages.image(element, styles, source.context());
        if (!image.isEmpty()) {
            endLine();
            blocks.addAll(image);
        }
    }

    private void math(Element element, List<Style> styles) {
        Element tex = element.selectFirst("annotation[encoding=application/x-tex]");
        if (tex == null) {
            children(element, styles);
            return;
        }
        String source = SafeText.of(tex.wholeText().strip());
        if (element.attr("display").equals("block")) {
            endLine();
            blocks.add(new Block.Math(source));
        } else {
            line.leaf(new Inline.Math(source), styles);
        }
    }

    private void endLine() {
        List<Inline> inlines = line.take();
        if (!inlines.isEmpty()) {
            blocks.add(new Block.Paragraph(inlines));
        }
    }
}

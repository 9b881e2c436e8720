package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Run;
import dev.pressline.normalize.convert.inline.Style;
import dev.pressline.normalize.convert.source.Href;
import dev.pressline.normalize.convert.source.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Elements that are blocks of their own. One for each reader. */
final class HtmlBlocks {

    private static final Set<String> EMBEDS = Set.of("iframe", "video", "audio", "object", "embed");
    private static final Set<String> TRANSPARENT =
            Set.of(
                    "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "picture", "button",
                    "center");

    private final HtmlSource source;
    private final HtmlReader reader;

    HtmlBlocks(HtmlSource source, HtmlReader reader) {
        this.source = source;
        this.reader = reader;
    }

    /** Whether an element ends the line before it. */
    boolean isBlock(Element element) {
        String name = element.normalName();
        boolean listed = EMBEDS.contains(name) || TRANSPARENT.contains(name);
        return listed || (element.isBlock() && !name.equals("math"));
    }

    /** The blocks of an element, or empty where it is only a wrapper of what it holds. */
    Optional<List<Block>> blocks(Element element, List<Style> styles) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Optional.of(heading(element, styles));
            case "ul", "ol", "menu" -> Optional.of(new HtmlLists(reader).list(element, styles));
            case "blockquote" -> Optional.of(quote(element, styles));
            case "pre" -> Optional.of(code(element));
            case "table" -> new HtmlTables(source, reader).table(element, styles);
            case "figure" -> Optional.of(new HtmlFigures(source, reader).figure(element, styles));
            case "hr" -> Optional.of(List.of(new Block.Rule()));
            case "iframe", "video", "audio", "object", "embed" -> Optional.of(embed(element));
            case "summary", "dt" -> strong(element, styles);
            default -> Optional.empty();
        };
    }

    private List<Block> heading(Element element, List<Style> styles) {
        List<Block> inner = reader.readApart(element, styles);
        List<Inline> words = Words.of(inner);
        List<Block> blocks = new ArrayList<>();
        if (!words.isEmpty()) {
            blocks.add(new Block.Heading(element.normalName().charAt(1) - '0', words));
        }
        inner.stream().filter(block -> !(block instanceof Block.Paragraph)).forEach(blocks::add);
        return blocks;
    }

    private List<Block> quote(Element element, List<Style> styles) {
        List<Block> children = reader.readApart(element, styles);
        return children.isEmpty() ? List.of() : List.of(Callouts.of(children));
    }

    private Optional<List<Block>> strong(Element element, List<Style> styles) {
        return Optional.of(reader.readApart(element, Run.nest(styles, Style.Mark.STRONG)));
    }

    private static List<Block> code(Element pre) {
        Element code = pre.selectFirst("code");
        String text = SafeText.of(pre.wholeText());
        String trimmed = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        Optional<String> language = language(pre).or(() -> language(code == null ? pre : code));
        return trimmed.isBlank() ? List.of() : List.of(new Block.Code(language, trimmed));
    }

    private static Optional<String> language(Element element) {
        return element.classNames().stream()
                .filter(name -> name.startsWith("language-") || name.startsWith("lang-"))
                .map(name -> name.substring(name.indexOf('-') + 1))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private List<Block> embed(Element element) {
        Element inner = element.selectFirst("source[src]");
        Optional<String> url =
                url(element, "src")
                        .or(() -> url(element, "data-src"))
                        .or(() -> url(element, "data"))
                        .or(() -> inner == null ? Optional.empty() : url(inner, "src"));
        Optional<String> title =
                Optional.of(SafeText.of(element.attr("title"))).filter(t -> !t.isBlank());
        return url.map(u -> List.<Block>of(new Block.Embed(u, title, Optional.empty())))
                .orElseGet(() -> List.of(new Block.Unknown(element.normalName())));
    }

    private Optional<String> url(Element element, String attribute) {
        return Href.web(element.attr(attribute), source.context().canonicalUrl());
    }
}

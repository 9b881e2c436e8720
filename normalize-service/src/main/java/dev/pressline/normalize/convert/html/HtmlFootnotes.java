package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Footnotes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * The footnotes of an HTML body as Markdown and publishing systems write them: a list of items with
 * an id, to which links within the text lead. One for each body.
 */
final class HtmlFootnotes {

    private static final Evaluator ITEMS =
            Selector.evaluatorOf(
                    ".footnotes li[id], .footnote-list li[id], [role=doc-endnotes] li[id],"
                            + " .wp-block-footnotes li[id]");
    private static final String CONTAINERS =
            ".footnotes, .footnote-list, [role=doc-endnotes], .wp-block-footnotes";

    private final Map<String, Element> items;
    private final Footnotes footnotes;

    private HtmlFootnotes(Map<String, Element> items, Footnotes footnotes) {
        this.items = items;
        this.footnotes = footnotes;
    }

    /** Takes the footnotes out of a body; their blocks are to go to {@code footnotes}. */
    static HtmlFootnotes takeFrom(Element body, Footnotes footnotes) {
        Map<String, Element> items = new LinkedHashMap<>();
        for (Element item : body.select(ITEMS)) {
            items.putIfAbsent(item.id(), item);
        }
        if (!items.isEmpty()) {
            items.values().forEach(HtmlFootnotes::dropBackLinks);
            body.select(CONTAINERS).remove();
        }
        return new HtmlFootnotes(items, footnotes);
    }

    private static void dropBackLinks(Element item) {
        item.select("a[href^=#]").stream()
                .filter(HtmlFootnotes::isBackLink)
                .forEach(Element::remove);
    }

    private static boolean isBackLink(Element link) {
        String text = link.text();
        return link.attr("href").startsWith("#fnref")
                || link.className().contains("backref")
                || text.startsWith("\u21A9")
                || text.equals("^");
    }

    /** The footnote reference that a link is, if it leads to a footnote. */
    Optional<Inline> reference(Element link, HtmlReader reader) {
        String href = link.attr("href");
        Element item = href.startsWith("#") ? items.get(href.substring(1)) : null;
        return item == null ? Optional.empty() : Optional.of(refer(item, reader));
    }

    /** Refers to every footnote, so that those without a reference are not lost. */
    void referToRest(HtmlReader reader) {
        items.values().forEach(item -> refer(item, reader));
    }

    private Inline refer(Element item, HtmlReader reader) {
        return footnotes.reference(item.id(), () -> reader.readApart(item, List.of()));
    }
}

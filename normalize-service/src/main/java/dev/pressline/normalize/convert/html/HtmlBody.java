package dev.pressline.normalize.convert.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.convert.inline.Footnotes;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.SafeText;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * HTML as blocks: what is known becomes a block or a style, of everything else the text stays, of
 * scripts nothing. No markup gets through. Linear in the size of the source, nesting is bounded.
 * Stateless.
 */
public final class HtmlBody {

    private static final int DEEPEST_ELEMENT = 256;

    private HtmlBody() {}

    /** The blocks of an HTML document or fragment in reading order. */
    public static List<Block> blocks(String html, ConversionContext context) {
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST_ELEMENT);
        Element body = parser.parseInput(SafeText.of(html), "").body();
        Footnotes footnotes = new Footnotes();
        HtmlFootnotes notes = HtmlFootnotes.takeFrom(body, footnotes);
        HtmlReader reader = new HtmlReader(new HtmlSource(context, notes), false);
        List<Block> blocks = new ArrayList<>(reader.read(body, List.of()));
        notes.referToRest(reader);
        blocks.addAll(footnotes.blocks());
        return blocks;
    }

    /** The words of an HTML fragment for a place that takes only a line. */
    public static List<Inline> line(String html, ConversionContext context) {
        return Words.of(blocks(html, context));
    }
}

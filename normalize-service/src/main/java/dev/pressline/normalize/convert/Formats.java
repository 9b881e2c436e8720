package dev.pressline.normalize.convert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.normalize.convert.blocknote.BlockNoteConverter;
import dev.pressline.normalize.convert.greengale.ContentRefConverter;
import dev.pressline.normalize.convert.greengale.EntryConverter;
import dev.pressline.normalize.convert.gutenberg.GutenbergConverter;
import dev.pressline.normalize.convert.html.HtmlBlobConverter;
import dev.pressline.normalize.convert.html.HtmlConverter;
import dev.pressline.normalize.convert.items.FablesConverter;
import dev.pressline.normalize.convert.items.ItemsConverter;
import dev.pressline.normalize.convert.leaflet.LeafletConverter;
import dev.pressline.normalize.convert.markdown.MarkdownBlobConverter;
import dev.pressline.normalize.convert.markdown.MarkdownConverter;
import dev.pressline.normalize.convert.markdown.MarkpubConverter;
import dev.pressline.normalize.convert.offprint.OffprintConverter;
import dev.pressline.normalize.convert.pckt.PcktConverter;
import dev.pressline.normalize.convert.prosemirror.ProseMirrorConverter;
import dev.pressline.normalize.convert.source.BodyConverter;
import dev.pressline.normalize.convert.source.Fields;
import java.util.List;
import java.util.Map;

/** The formats of bodies by their {@code $type}. Stateless. */
final class Formats {

    private static final BodyConverter MARKPUB = new MarkpubConverter();
    private static final BodyConverter ENTRY = new EntryConverter();
    private static final BodyConverter LEAFLET = new LeafletConverter();
    private static final BodyConverter PROSE_MIRROR = new ProseMirrorConverter();
    private static final BodyConverter ITEMS = new ItemsConverter();

    private static final Map<String, BodyConverter> TREES =
            Map.ofEntries(
                    Map.entry("pub.leaflet.content", LEAFLET),
                    Map.entry("pub.leaflet.document", LEAFLET),
                    Map.entry("blog.pckt.content", new PcktConverter()),
                    Map.entry("app.offprint.content", new OffprintConverter()),
                    Map.entry("app.greengale.document", ENTRY),
                    Map.entry("app.greengale.document#contentRef", new ContentRefConverter()),
                    Map.entry("app.greengale.blog.entry", ENTRY),
                    Map.entry("com.whtwnd.blog.entry", ENTRY),
                    Map.entry("site.standard.markdown", new MarkdownBlobConverter()),
                    Map.entry("net.yrriban.content", new HtmlBlobConverter()),
                    Map.entry("com.wss.content.rich-text", PROSE_MIRROR),
                    Map.entry("site.mochott.article", PROSE_MIRROR),
                    Map.entry("site.mochott.article#tiptapDocument", PROSE_MIRROR),
                    Map.entry("is.logue.content", ITEMS),
                    Map.entry("blog.afterword.content", ITEMS),
                    Map.entry("pub.oxa.document", ITEMS),
                    Map.entry("pub.oxa.document.document", ITEMS),
                    Map.entry("ca.justexe.fables.blocks", new FablesConverter()),
                    Map.entry("org.blocknote.document#content", new BlockNoteConverter()),
                    Map.entry("blog.skypress.content.gutenberg", new GutenbergConverter()),
                    Map.entry("at.markpub.markdown", MARKPUB),
                    Map.entry(
                            "at.eaten.visit",
                            (c, context) -> MARKPUB.convert(c.path("body"), context)));

    /** The field that holds Markdown, by format. */
    private static final Map<String, String> MARKDOWN =
            Map.ofEntries(
                    Map.entry("site.standard.content.markdown", "text"),
                    Map.entry("site.standard.document#markdown", "value"),
                    Map.entry("at.unthread.content", "content"),
                    Map.entry("pub.lemma.blog.entry", "content"),
                    Map.entry("app.blento.markdown", "value"),
                    Map.entry("actor.rpg.news#markdown", "value"),
                    Map.entry("app.wtr.content.markdown", "markdown"),
                    Map.entry("com.scanash.content.markdown", "markdown"),
                    Map.entry("com.pricelessmisc.content.markdown", "markdown"),
                    Map.entry("me.tompscanlan.content.markdown", "markdown"),
                    Map.entry("dev.disnet.blog.content.markdown", "markdown"),
                    Map.entry("net.commoninternet.lichen.content.markdown", "text"),
                    Map.entry("rip.nate.content.markdown", "text"),
                    Map.entry("download.darkworld.content.markdown#markdown", "body"));

    /** The formats that hold HTML under {@code html}. */
    private static final List<String> HTML =
            List.of(
                    "org.wordpress.html",
                    "co.idno.html",
                    "com.apparition.content",
                    "site.standard.document.content#html");

    private static final List<String> TEXT_KEYS =
            List.of("text", "value", "content", "markdown", "body", "html");

    private Formats() {}

    /**
     * The converter of a content. A format nobody knows that has one string under a customary key
     * is read as Markdown, or HTML if the key says so; any other becomes a placeholder.
     */
    static BodyConverter of(JsonNode content) {
        String type = Fields.type(content);
        if (TREES.containsKey(type)) {
            return TREES.get(type);
        }
        if (MARKDOWN.containsKey(type)) {
            return new MarkdownConverter(MARKDOWN.get(type));
        }
        return HTML.contains(type) ? new HtmlConverter("html") : inferred(content);
    }

    /** Whether a content is an entry, which says who may see it. */
    static boolean isEntry(JsonNode content) {
        return ENTRY.equals(TREES.get(Fields.type(content)));
    }

    private static BodyConverter inferred(JsonNode content) {
        List<String> keys =
                TEXT_KEYS.stream().filter(key -> Fields.text(content, key).isPresent()).toList();
        if (keys.size() != 1) {
            return (unknown, context) -> List.of(new Block.Unknown(Fields.type(unknown)));
        }
        String key = keys.getFirst();
        return key.equals("html") ? new HtmlConverter(key) : new MarkdownConverter(key);
    }
}

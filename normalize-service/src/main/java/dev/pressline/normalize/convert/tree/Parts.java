package dev.pressline.normalize.convert.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.normalize.convert.inline.Facets;
import dev.pressline.normalize.convert.inline.Footnotes;
import dev.pressline.normalize.convert.inline.Texts;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.source.Href;
import dev.pressline.normalize.convert.source.Pictures;
import dev.pressline.normalize.convert.source.Posts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The blocks that the block trees of different publishers have in common, made from their fields.
 * What lacks its essential field becomes a placeholder. One for each conversion.
 */
public final class Parts {

    private final ConversionContext context;
    private final Footnotes footnotes = new Footnotes();
    private final Facets facets;

    /** Parts of one document. */
    public Parts(ConversionContext context) {
        this.context = context;
        this.facets = new Facets(context, footnotes);
    }

    /** The footnotes met so far, for the end of the document. */
    public List<Block> footnotes() {
        return footnotes.blocks();
    }

    /** A reference to the footnote of a key; see {@link Footnotes#reference}. */
    public Inline footnote(String key, Supplier<List<Block>> body) {
        return footnotes.reference(key, body);
    }

    /** The text of a block with its facets; the first of these fields holds the text. */
    public List<Inline> inlines(JsonNode block, String... fields) {
        return Fields.text(block, fields)
                .map(text -> facets.inlines(text, block.path("facets")))
                .orElse(List.of());
    }

    /** A text with facets that stand beside it. */
    public List<Inline> inlines(String text, JsonNode facetsOfText) {
        return facets.inlines(text, facetsOfText);
    }

    /** A paragraph, or nothing without words: empty ones are spacing. */
    public List<Block> paragraph(List<Inline> inlines) {
        return inlines.isEmpty() ? List.of() : List.of(new Block.Paragraph(inlines));
    }

    /** A heading of a level that is cut to 1 to 6, or nothing without words. */
    public List<Block> heading(int level, List<Inline> inlines) {
        return inlines.isEmpty()
                ? List.of()
                : List.of(new Block.Heading(Math.clamp(level, 1, 6), inlines));
    }

    /** A quotation, or nothing without content. */
    public List<Block> quote(List<Block> children) {
        return children.isEmpty() ? List.of() : List.of(new Block.Quote(children));
    }

    /** Source code, or nothing where it is empty. */
    public List<Block> code(JsonNode block, Optional<String> language, String... fields) {
        return Fields.text(block, fields)
                .map(text -> List.<Block>of(new Block.Code(language, text)))
                .orElse(List.of());
    }

    /** Displayed TeX, or nothing where it is empty. */
    public List<Block> math(JsonNode block) {
        return Fields.text(block, "tex")
                .map(tex -> List.<Block>of(new Block.Math(tex)))
                .orElse(List.of());
    }

    /** The picture in the first of these fields that holds one. */
    public Optional<Picture> picture(JsonNode holder, String alt, String... fields) {
        for (String field : fields) {
            Optional<Picture> picture = Pictures.of(holder.path(field), alt, context);
            if (picture.isPresent()) {
                return picture;
            }
        }
        return Optional.empty();
    }

    /** The alternative text in a field {@code alt}, empty where there is none. */
    public static String alt(JsonNode holder) {
        return Fields.text(holder, "alt").orElse("");
    }

    /** An image, or a placeholder where nobody can tell which. */
    public List<Block> image(JsonNode block, Optional<Picture> picture, List<Inline> caption) {
        return picture.map(found -> List.<Block>of(new Block.Image(found, caption)))
                .orElseGet(() -> unknown(block));
    }

    /** Several images with their caption; one image alone is no gallery. */
    public List<Block> gallery(JsonNode block, List<Picture> pictures, List<Inline> caption) {
        if (pictures.size() < 2) {
            return image(block, pictures.stream().findFirst(), caption);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Gallery(pictures));
        blocks.addAll(paragraph(caption));
        return blocks;
    }

    /** A card of a page elsewhere; the first of these fields that is a URL leads to it. */
    public List<Block> embed(JsonNode block, String... urls) {
        return embed(block, block, urls);
    }

    /** The same where another object than the block holds its fields. */
    public List<Block> embed(JsonNode block, JsonNode holder, String... urls) {
        return url(holder, urls)
                .map(
                        url ->
                                card(
                                        url,
                                        Fields.text(holder, "title", "name"),
                                        Fields.text(holder, "description", "caption")))
                .orElseGet(() -> unknown(block));
    }

    private static List<Block> card(String url, Optional<String> title, Optional<String> more) {
        return List.of(new Block.Embed(url, title, more));
    }

    /** A card of a post or record, named by a strongRef or an AT-URI in a field. */
    public List<Block> post(JsonNode block, String field) {
        return Posts.card(block.path(field)).map(List::of).orElseGet(() -> unknown(block));
    }

    /** A button, or its text where it leads nowhere. */
    public List<Block> button(JsonNode block, String... urls) {
        return button(Fields.text(block, "text").orElse(""), block, urls);
    }

    /** The same of a text that stands elsewhere. */
    public List<Block> button(String text, JsonNode block, String... urls) {
        Optional<String> href =
                Fields.text(block, urls).flatMap(url -> Href.of(url, context.canonicalUrl()));
        if (href.isEmpty()) {
            return paragraph(Texts.lines(text));
        }
        return List.of(new Block.Button(text.isEmpty() ? href.get() : text, href.get()));
    }

    /** The honest placeholder of a block that nobody can show. */
    public List<Block> unknown(JsonNode block) {
        return List.of(new Block.Unknown(Fields.name(block)));
    }

    private Optional<String> url(JsonNode block, String... fields) {
        for (String field : fields) {
            Optional<String> url =
                    Fields.text(block, field).flatMap(u -> Href.web(u, context.canonicalUrl()));
            if (url.isPresent()) {
                return url;
            }
        }
        return Optional.empty();
    }
}

package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** A part of a document's body: the closed set that every format is converted to. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Block.Paragraph.class, name = "paragraph"),
    @Type(value = Block.Heading.class, name = "heading"),
    @Type(value = Block.ItemList.class, name = "list"),
    @Type(value = Block.TaskList.class, name = "task-list"),
    @Type(value = Block.Quote.class, name = "quote"),
    @Type(value = Block.Callout.class, name = "callout"),
    @Type(value = Block.Code.class, name = "code"),
    @Type(value = Block.Math.class, name = "math"),
    @Type(value = Block.Table.class, name = "table"),
    @Type(value = Block.Image.class, name = "image"),
    @Type(value = Block.Gallery.class, name = "gallery"),
    @Type(value = Block.Embed.class, name = "embed"),
    @Type(value = Block.PostReference.class, name = "post-reference"),
    @Type(value = Block.Button.class, name = "button"),
    @Type(value = Block.Footnote.class, name = "footnote"),
    @Type(value = Block.Rule.class, name = "rule"),
    @Type(value = Block.PageBreak.class, name = "page-break"),
    @Type(value = Block.MembersOnlyBreak.class, name = "members-only-break"),
    @Type(value = Block.Unknown.class, name = "unknown")
})
public sealed interface Block {

    /** A paragraph. */
    record Paragraph(List<Inline> children) implements Block {}

    /** A heading of level 1 to 6 as the author counted; pages shift it below their own title. */
    record Heading(int level, List<Inline> children) implements Block {}

    /** A list; {@code start} is the number of the first item of an ordered one. */
    record ItemList(boolean ordered, int start, List<ListItem> items) implements Block {}

    /** An item: blocks, mostly one paragraph and perhaps a nested list. */
    record ListItem(List<Block> children) {}

    /** A list of things to do. */
    record TaskList(List<TaskItem> items) implements Block {}

    /** A thing to do, done or not. */
    record TaskItem(boolean checked, List<Block> children) {}

    /** A quotation. */
    record Quote(List<Block> children) implements Block {}

    /** A boxed aside; {@code label} is its emoji or kind, such as {@code note}. */
    record Callout(Optional<String> label, List<Block> children) implements Block {}

    /** Source code. */
    record Code(Optional<String> language, String text) implements Block {}

    /** Displayed TeX. */
    record Math(String tex) implements Block {}

    /** A table. */
    record Table(List<TableRow> rows) implements Block {}

    /** A row of cells. */
    record TableRow(List<TableCell> cells) {}

    /** A cell spanning {@code colspan} columns and {@code rowspan} rows, both at least 1. */
    record TableCell(boolean header, int colspan, int rowspan, List<Block> children) {}

    /** An image. */
    record Image(Picture picture, List<Inline> caption) implements Block {}

    /** Several images shown together. */
    record Gallery(List<Picture> pictures) implements Block {}

    /**
     * Something of another site, shown as a card with a link; {@code url} is absolute http or
     * https.
     */
    record Embed(String url, Optional<String> title, Optional<String> description)
            implements Block {}

    /** A post or record of the network, shown as a card with a link. */
    record PostReference(String uri, Optional<String> url) implements Block {}

    /** A call to act, a link that looks like a button. */
    record Button(String text, String href) implements Block {}

    /** The body of a footnote, named by {@link Inline.FootnoteReference}. */
    record Footnote(String id, List<Block> children) implements Block {}

    /** A thematic break. */
    record Rule() implements Block {}

    /** The end of a page of a document of several pages. */
    record PageBreak() implements Block {}

    /** Here the public part ends. */
    record MembersOnlyBreak() implements Block {}

    /** A block nobody knows: shown as an honest placeholder that links to the original. */
    record Unknown(String format) implements Block {}
}

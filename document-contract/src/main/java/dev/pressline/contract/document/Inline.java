package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.pressline.contract.identifier.Did;
import java.util.List;

/** A run of text inside a block: the closed set that every format is converted to. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Inline.Text.class, name = "text"),
    @Type(value = Inline.Strong.class, name = "strong"),
    @Type(value = Inline.Emphasis.class, name = "emphasis"),
    @Type(value = Inline.Underline.class, name = "underline"),
    @Type(value = Inline.Strikethrough.class, name = "strikethrough"),
    @Type(value = Inline.Highlight.class, name = "highlight"),
    @Type(value = Inline.Code.class, name = "code"),
    @Type(value = Inline.Math.class, name = "math"),
    @Type(value = Inline.Link.class, name = "link"),
    @Type(value = Inline.Mention.class, name = "mention"),
    @Type(value = Inline.FootnoteReference.class, name = "footnote-reference"),
    @Type(value = Inline.LineBreak.class, name = "line-break")
})
public sealed interface Inline {

    /** Plain text. */
    record Text(String text) implements Inline {}

    /** Strong importance, mostly shown bold. */
    record Strong(List<Inline> children) implements Inline {}

    /** Stress, mostly shown in italics. */
    record Emphasis(List<Inline> children) implements Inline {}

    /** Underlined text. */
    record Underline(List<Inline> children) implements Inline {}

    /** Text that no longer holds. */
    record Strikethrough(List<Inline> children) implements Inline {}

    /** Marked text. */
    record Highlight(List<Inline> children) implements Inline {}

    /** Source code within a line. */
    record Code(String text) implements Inline {}

    /** TeX within a line. */
    record Math(String tex) implements Inline {}

    /** A link; {@code href} is an absolute http, https or mailto URL. */
    record Link(String href, List<Inline> children) implements Inline {}

    /** A mention of an account. */
    record Mention(Did did, List<Inline> children) implements Inline {}

    /** A reference to the {@link Block.Footnote} of this id. */
    record FootnoteReference(String id) implements Inline {}

    /** A forced line break. */
    record LineBreak() implements Inline {}
}

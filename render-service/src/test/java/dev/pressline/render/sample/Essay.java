package dev.pressline.render.sample;

import static dev.pressline.render.sample.Samples.heading;
import static dev.pressline.render.sample.Samples.item;
import static dev.pressline.render.sample.Samples.link;
import static dev.pressline.render.sample.Samples.paragraph;
import static dev.pressline.render.sample.Samples.picture;
import static dev.pressline.render.sample.Samples.row;
import static dev.pressline.render.sample.Samples.text;

import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import dev.pressline.contract.identifier.Did;
import java.util.List;
import java.util.Optional;

/** A document that holds every kind of block and inline. */
public final class Essay {

    private Essay() {}

    /** The document. */
    public static Document document() {
        return Samples.document("essay")
                .title("What a Page Owes Its Reader")
                .description(
                        "A line that is neither too long nor too short, and the good manners to"
                                + " stay out of the way.")
                .dates(Optional.of("2026-03-04T09:30:00Z"), Optional.of("2026-03-09T18:00:00Z"))
                .authors(Samples.author())
                .tags("typography", "craft", "reading")
                .cover(Samples.blob("cover", 1600, 900, BlobState.STORED))
                .discussion("at://" + Samples.DID + "/app.bsky.feed.post/3mf42slbt2m42")
                .blocks(blocks())
                .build();
    }

    private static Block[] blocks() {
        return new Block[] {
            opening(),
            paragraph(
                    text("Good pages are rarely praised. They are "),
                    new Inline.Strong(List.of(text("finished"))),
                    text(", which is better. A "),
                    link("https://museum.example/line-length", "line of sixty-odd characters"),
                    text(
                            " lets the eye come home without losing its way; the space between two"
                                    + " lines tells it which is next. Everything else is comment.")),
            heading(1, "The measure"),
            paragraph(
                    text("Compositors called the width of a column its "),
                    new Inline.Emphasis(List.of(text("measure"))),
                    text(", and set it with a "),
                    new Inline.Code("composing stick"),
                    text(". Too wide, and you read the same line twice"),
                    new Inline.FootnoteReference("twice"),
                    text("; too narrow, and every third word "),
                    new Inline.Highlight(List.of(text("breaks"))),
                    text(" in "),
                    new Inline.Strikethrough(List.of(text("two"))),
                    text(" "),
                    new Inline.Underline(List.of(text("half"))),
                    text(".")),
            new Block.Quote(
                    List.of(
                            paragraph(
                                    "Type well used is invisible as type, just as the perfect"
                                            + " talking voice is the unnoticed vehicle for the"
                                            + " transmission of words."))),
            heading(3, "What to bring"),
            new Block.ItemList(
                    false,
                    1,
                    List.of(
                            item(paragraph("paper that does not shine,")),
                            item(
                                    paragraph("one family of type:"),
                                    new Block.ItemList(
                                            true,
                                            4,
                                            List.of(
                                                    item(paragraph("roman for the text,")),
                                                    item(paragraph("italic for stress."))))),
                            item(paragraph("and time.")))),
            new Block.TaskList(
                    List.of(
                            new Block.TaskItem(true, List.of(paragraph("Clean the forme"))),
                            new Block.TaskItem(false, List.of(paragraph("Distribute the type"))))),
            new Block.Image(
                    picture("shop", 1200, 800, "A composing room with tall windows"),
                    List.of(text("The composing room in winter light. Nobody ever swept it."))),
            heading(1, "Numbers"),
            paragraph(
                    text("The ratio is simple, "),
                    new Inline.Math("l = 2.4 \\cdot p"),
                    text(", as "),
                    new Inline.Mention(
                            Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz"),
                            List.of(text("@foreman.example"))),
                    text(" used to say."),
                    new Inline.LineBreak(),
                    text("He was mostly right"),
                    new Inline.FootnoteReference("right"),
                    text(", twice"),
                    new Inline.FootnoteReference("twice"),
                    text(".")),
            new Block.Math("\\int_0^1 x^2 \\, dx = \\tfrac{1}{3}"),
            new Block.Table(
                    List.of(
                            row(true, "Size", "Old name", "Use"),
                            row(false, "6 pt", "Nonpareil", "Notes and timetables"),
                            row(false, "10 pt", "Long primer", "Books, when paper was dear"),
                            row(false, "12 pt", "Pica", "Books, when it was not"))),
            new Block.Code(
                    Optional.of("java"),
                    "/** The width of a column, in ems. */\nint measure(String line) {\n"
                            + "    return line.length() < 66 ? 30 : 34; // never more than <this>\n}\n"),
            new Block.Callout(
                    Optional.of("note"),
                    List.of(paragraph("Hot metal is hot. Wait until it has set."))),
            new Block.Callout(
                    Optional.of("💡"),
                    List.of(paragraph("A callout that somebody labelled with a lamp."))),
            new Block.Gallery(
                    List.of(
                            picture("a", 800, 600, "Type in a case"),
                            picture("b", 600, 800, "A proof on a hook"),
                            picture("c", 800, 600, "Ink on a slab"))),
            new Block.Image(
                    new Picture(
                            Optional.of(Samples.blob("lost", 10, 10, BlobState.MISSING)),
                            Optional.empty(),
                            "The foreman at his stone"),
                    List.of()),
            new Block.Image(
                    new Picture(Optional.empty(), Optional.of("https://cdn.example/press.jpg"), ""),
                    List.of()),
            new Block.Embed(
                    "https://museum.example/films/linotype",
                    Optional.of("Linotype: the film"),
                    Optional.of("An eighth wonder, in ninety minutes.")),
            new Block.PostReference(
                    "at://" + Samples.DID + "/app.bsky.feed.post/3mf42slbt2m42", Optional.empty()),
            new Block.Button("Visit the shop", "https://press.example/visit"),
            new Block.Rule(),
            paragraph("That is all there is to it, and it takes a lifetime."),
            new Block.PageBreak(),
            new Block.Unknown("example.block.poll"),
            new Block.Footnote("twice", List.of(paragraph("This happens at about ninety."))),
            new Block.Footnote("right", List.of(paragraph("Except about *paper*."))),
            new Block.MembersOnlyBreak(),
            paragraph("SECRET of the members"),
        };
    }

    private static Block opening() {
        return paragraph(
                "Before anybody reads a word of yours they have already read the page: how wide it"
                        + " is, how dark, how hurried. They decide in that moment whether to stay. It"
                        + " is not vanity, then, to care how a text is set; it is the first"
                        + " sentence, and the only one that everybody reads to the end.");
    }
}

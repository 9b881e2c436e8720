package dev.pressline.normalize.core;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.normalize.blocks.PlainText;
import dev.pressline.normalize.repair.Draft;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The links of a body, those whose target is lost among them, in reading order. */
final class LinkAnchors {

    /** The most links that are listed. */
    private static final int MAX_LINKS = 1_000;

    private final List<LinkAnchor> found = new ArrayList<>();

    private LinkAnchors() {}

    /** The links of a body that was made of blocks. */
    static List<LinkAnchor> of(Body body) {
        LinkAnchors anchors = new LinkAnchors();
        anchors.blocks(body.blocks());
        return anchors.found.stream().limit(MAX_LINKS).toList();
    }

    /** The links of a plain text, as far as its repair found them. */
    static List<LinkAnchor> of(Draft draft) {
        String text = draft.text(Draft.TEXT).orElse("");
        return draft.marks().stream()
                .flatMap(mark -> anchor(text, mark).stream())
                .limit(MAX_LINKS)
                .toList();
    }

    private static Optional<LinkAnchor> anchor(String text, Mark mark) {
        String words = text.substring(mark.start(), mark.end());
        return mark.style() instanceof Style.Anchor anchor
                ? Optional.of(new LinkAnchor(words, anchor.href(), anchor.certainty()))
                : Optional.empty();
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> inlines(paragraph.children());
            case Block.Heading heading -> inlines(heading.children());
            case Block.ItemList list -> list.items().forEach(item -> blocks(item.children()));
            case Block.TaskList list -> list.items().forEach(item -> blocks(item.children()));
            case Block.Quote quote -> blocks(quote.children());
            case Block.Callout callout -> blocks(callout.children());
            case Block.Table table ->
                    table.rows().forEach(r -> r.cells().forEach(cell -> blocks(cell.children())));
            case Block.Image image -> inlines(image.caption());
            case Block.Button button -> add(button.text(), button.href());
            case Block.Embed embed -> add(embed.title().orElse(embed.url()), embed.url());
            case Block.Footnote footnote -> blocks(footnote.children());
            case Block.Code code -> {}
            case Block.Math math -> {}
            case Block.Gallery gallery -> {}
            case Block.PostReference post -> {}
            case Block.Rule rule -> {}
            case Block.PageBreak pageBreak -> {}
            case Block.MembersOnlyBreak membersOnly -> {}
            case Block.Unknown unknown -> {}
        }
    }

    private void inlines(List<Inline> inlines) {
        inlines.forEach(this::inline);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Link link -> add(PlainText.ofInlines(link.children()), link.href());
            case Inline.Strong strong -> inlines(strong.children());
            case Inline.Emphasis emphasis -> inlines(emphasis.children());
            case Inline.Underline underline -> inlines(underline.children());
            case Inline.Strikethrough struck -> inlines(struck.children());
            case Inline.Highlight highlight -> inlines(highlight.children());
            case Inline.Text text -> {}
            case Inline.Code code -> {}
            case Inline.Math math -> {}
            case Inline.Mention mention -> {}
            case Inline.FootnoteReference reference -> {}
            case Inline.LineBreak lineBreak -> {}
        }
    }

    private void add(String text, String href) {
        found.add(new LinkAnchor(text, Optional.of(href), Certainty.CERTAIN));
    }
}

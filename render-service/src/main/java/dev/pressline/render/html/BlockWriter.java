package dev.pressline.render.html;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Picture;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes the blocks of one body. Not thread-safe. */
final class BlockWriter {

    private static final Set<String> CALLOUTS =
            Set.of("note", "tip", "info", "important", "warning", "caution");
    private static final int LONGEST_LANGUAGE = 30;

    private final Canvas canvas;
    private final InlineWriter inlines;
    private final CardWriter cards;
    private final ListWriter lists;
    private final TableWriter tables;

    BlockWriter(Canvas canvas, InlineWriter inlines) {
        this.canvas = canvas;
        this.inlines = inlines;
        this.cards = new CardWriter(canvas);
        this.lists = new ListWriter(canvas, this);
        this.tables = new TableWriter(canvas, this);
    }

    /** Writes blocks up to the end of the public part. */
    void write(List<Block> blocks) {
        for (Block block : blocks) {
            if (!canvas.hasEnded()) {
                write(block);
            }
        }
    }

    /**
     * Writes the content of an item or cell: a first paragraph followed by nothing but lists stands
     * without paragraph marks.
     */
    void item(List<Block> children) {
        if (canvas.hasEnded()) {
            return;
        }
        if (!isTight(children)) {
            canvas.html().line();
            write(children);
            return;
        }
        if (!children.isEmpty() && children.getFirst() instanceof Block.Paragraph first) {
            inlines.write(first.children());
            if (children.size() > 1) {
                canvas.html().line();
            }
            write(children.subList(1, children.size()));
        } else {
            write(children);
        }
    }

    private static boolean isTight(List<Block> children) {
        return children.stream()
                .skip(1)
                .allMatch(c -> c instanceof Block.ItemList || c instanceof Block.TaskList);
    }

    private void write(Block block) {
        switch (block) {
            case Block.Paragraph(List<Inline> children) -> paragraph(children);
            case Block.Heading(int level, List<Inline> children) -> heading(level, children);
            case Block.ItemList list -> lists.list(list);
            case Block.TaskList(List<Block.TaskItem> items) -> lists.tasks(items);
            case Block.Quote(List<Block> children) -> quote(children);
            case Block.Callout(Optional<String> label, List<Block> children) ->
                    callout(label.map(String::strip).filter(l -> !l.isEmpty()), children);
            case Block.Code(Optional<String> language, String text) -> code(language, text);
            case Block.Math(String tex) -> math(tex);
            case Block.Table(List<Block.TableRow> rows) -> tables.write(rows);
            case Block.Image(Picture picture, List<Inline> caption) -> image(picture, caption);
            case Block.Gallery(List<Picture> pictures) -> gallery(pictures);
            case Block.Embed embed -> cards.embed(embed);
            case Block.PostReference post -> cards.post(post);
            case Block.Button button -> cards.button(button);
            case Block.Footnote footnote -> {}
            case Block.Rule rule -> canvas.html().start(Element.HR).line();
            case Block.PageBreak pageBreak -> canvas.start(Element.HR, "page").line();
            case Block.MembersOnlyBreak membersOnly -> membersOnly();
            case Block.Unknown unknown -> cards.unknown(unknown);
        }
    }

    private void paragraph(List<Inline> children) {
        if (isEmpty(children)) {
            return;
        }
        canvas.html().start(Element.P);
        inlines.write(children);
        canvas.html().endLine(Element.P);
    }

    /**
     * Whether nothing would be seen: empty paragraphs are spacing, which is the design's affair.
     */
    private static boolean isEmpty(List<Inline> children) {
        return children.stream().noneMatch(c -> c instanceof Inline.FootnoteReference)
                && PlainText.of(children).isBlank();
    }

    private void heading(int level, List<Inline> children) {
        String text = PlainText.of(children);
        if (text.isBlank()) {
            return;
        }
        int shown = canvas.outline().level(level);
        Element element = Element.heading(shown);
        Optional<String> id = canvas.isPage() ? canvas.outline().id(text) : Optional.empty();
        canvas.html().start(element);
        id.ifPresent(name -> canvas.html().with(Attribute.ID, name));
        inlines.write(children);
        id.ifPresent(name -> anchor(new Section(name, shown, text)));
        canvas.html().endLine(element);
    }

    /** Writes the link of a heading to itself, which only a pointer ever meets. */
    private void anchor(Section section) {
        canvas.sections().add(section);
        canvas.start(Element.A, "anchor")
                .with(Attribute.HREF, "#" + section.id())
                .with(Attribute.ARIA_HIDDEN, "true")
                .with(Attribute.TABINDEX, -1)
                .end(Element.A);
    }

    private void quote(List<Block> children) {
        canvas.html().start(Element.BLOCKQUOTE).line();
        write(children);
        canvas.html().endLine(Element.BLOCKQUOTE);
    }

    private void callout(Optional<String> label, List<Block> children) {
        Optional<String> kind =
                label.map(text -> text.toLowerCase(Locale.ROOT)).filter(CALLOUTS::contains);
        Element element = canvas.isPage() ? Element.ASIDE : Element.BLOCKQUOTE;
        canvas.start(element, kind.map(name -> "callout " + name).orElse("callout"));
        if (canvas.isPage()) {
            canvas.html().with(Attribute.ROLE, "note");
        }
        canvas.html().line();
        if (kind.isPresent()) {
            String shown = kind.get().substring(0, 1).toUpperCase(Locale.ROOT);
            label(shown + kind.get().substring(1), "label");
        } else {
            label.ifPresent(text -> label(text, "icon"));
        }
        if (canvas.isPage()) {
            canvas.html().start(Element.DIV).line();
        }
        write(children);
        if (canvas.isPage()) {
            canvas.html().endLine(Element.DIV);
        }
        canvas.html().endLine(element);
    }

    private void label(String text, String styleClass) {
        canvas.start(Element.P, styleClass);
        canvas.html().element(Element.STRONG, text).endLine(Element.P);
    }

    private void code(Optional<String> language, String text) {
        canvas.html().start(Element.PRE);
        if (canvas.isPage()) {
            canvas.html().with(Attribute.TABINDEX, 0);
        }
        canvas.html().start(Element.CODE);
        if (canvas.isPage()) {
            language.filter(BlockWriter::isLanguage)
                    .ifPresent(l -> canvas.html().with(Attribute.CLASS, "language-" + l));
        }
        canvas.html().text(text).end(Element.CODE).endLine(Element.PRE);
    }

    private static boolean isLanguage(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_LANGUAGE
                && text.chars()
                        .allMatch(
                                c ->
                                        c < 128
                                                && (Character.isLetterOrDigit(c)
                                                        || "+-#._".indexOf(c) >= 0));
    }

    private void math(String tex) {
        canvas.start(Element.P, "formula");
        if (canvas.isPage()) {
            canvas.html().with(Attribute.TABINDEX, 0);
        }
        canvas.formula(tex, true);
        canvas.html().endLine(Element.P);
    }

    private void image(Picture picture, List<Inline> caption) {
        canvas.html().start(Element.FIGURE);
        ImageWriter.picture(canvas, picture);
        if (!isEmpty(caption)) {
            canvas.html().start(Element.FIGCAPTION);
            inlines.write(caption);
            canvas.html().end(Element.FIGCAPTION);
        }
        canvas.html().endLine(Element.FIGURE);
    }

    private void gallery(List<Picture> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        canvas.start(Element.DIV, "gallery").line();
        for (Picture picture : pictures) {
            canvas.html().start(Element.FIGURE);
            ImageWriter.picture(canvas, picture);
            canvas.html().endLine(Element.FIGURE);
        }
        canvas.html().endLine(Element.DIV);
    }

    private void membersOnly() {
        canvas.endPublicPart();
        cards.membersOnly();
    }
}

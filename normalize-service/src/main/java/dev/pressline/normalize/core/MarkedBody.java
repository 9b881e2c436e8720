package dev.pressline.normalize.core;

import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Inline;
import dev.pressline.normalize.text.Mark;
import dev.pressline.normalize.text.MarkedText;
import dev.pressline.normalize.text.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the paragraphs of a plain text the styles that its repair found. The paragraphs hold the
 * text in order, so each run is found where the last one ended. One use each.
 */
final class MarkedBody {

    private final MarkedText text;
    private int position;
    private int firstMark;

    private MarkedBody(MarkedText text) {
        this.text = text;
    }

    /** The body with its styles; a body that was made of something else comes back as it is. */
    static Body styled(Body body, MarkedText text) {
        if (text.marks().isEmpty()) {
            return body;
        }
        MarkedBody styling = new MarkedBody(text);
        return new Body(body.source(), body.blocks().stream().map(styling::block).toList());
    }

    private Block block(Block block) {
        if (!(block instanceof Block.Paragraph paragraph)) {
            return block;
        }
        List<LineOfText> lines = new ArrayList<>();
        List<Inline> open = new ArrayList<>();
        for (Inline inline : paragraph.children()) {
            if (inline instanceof Inline.LineBreak) {
                lines.add(new LineOfText(List.copyOf(open), lineStyle()));
                open.clear();
            } else {
                open.addAll(inline(inline));
            }
        }
        lines.add(new LineOfText(List.copyOf(open), lineStyle()));
        return LineOfText.block(lines);
    }

    /** The style of the whole line that ends where the last run does. */
    private Optional<Style> lineStyle() {
        return marksWithin(position - 1, position).stream()
                .map(Mark::style)
                .filter(style -> !isInline(style))
                .findFirst();
    }

    private List<Inline> inline(Inline inline) {
        if (!(inline instanceof Inline.Text run)) {
            return List.of(inline);
        }
        int start = text.text().indexOf(run.text(), position);
        if (start < 0) {
            return List.of(inline);
        }
        position = start + run.text().length();
        List<Mark> visible =
                marksWithin(start, position).stream()
                        .filter(mark -> isInline(mark.style()) && isVisible(mark.style()))
                        .toList();
        return styled(start, position, visible);
    }

    /** The marks that touch a range; ranges come in order, so what lies behind is left behind. */
    private List<Mark> marksWithin(int start, int end) {
        List<Mark> marks = text.marks();
        while (firstMark < marks.size() && marks.get(firstMark).end() <= start) {
            firstMark++;
        }
        List<Mark> within = new ArrayList<>();
        for (int i = firstMark; i < marks.size() && marks.get(i).start() < end; i++) {
            if (marks.get(i).end() > start) {
                within.add(marks.get(i));
            }
        }
        return within;
    }

    private static boolean isInline(Style style) {
        return switch (style) {
            case Style.Strong strong -> true;
            case Style.Emphasis emphasis -> true;
            case Style.Struck struck -> true;
            case Style.Anchor anchor -> true;
            case Style.Heading heading -> false;
            case Style.Item item -> false;
            case Style.Quoted quoted -> false;
        };
    }

    private static boolean isVisible(Style style) {
        return !(style instanceof Style.Anchor anchor) || anchor.href().isPresent();
    }

    /** The text of a range as inlines; the marks are in order, the longer before the shorter. */
    private List<Inline> styled(int start, int end, List<Mark> marks) {
        List<Inline> inlines = new ArrayList<>();
        int at = start;
        int next = 0;
        while (next < marks.size()) {
            Mark mark = marks.get(next);
            int from = Math.max(at, mark.start());
            int to = Math.min(end, mark.end());
            next++;
            if (from < to) {
                plain(at, from, inlines);
                List<Mark> inner = new ArrayList<>();
                while (next < marks.size() && marks.get(next).start() < to) {
                    inner.add(marks.get(next++));
                }
                inlines.add(wrap(mark.style(), styled(from, to, inner)));
                at = to;
            }
        }
        plain(at, end, inlines);
        return inlines;
    }

    private void plain(int start, int end, List<Inline> inlines) {
        if (start < end) {
            inlines.add(new Inline.Text(text.text().substring(start, end)));
        }
    }

    private static Inline wrap(Style style, List<Inline> children) {
        return switch (style) {
            case Style.Strong strong -> new Inline.Strong(children);
            case Style.Emphasis emphasis -> new Inline.Emphasis(children);
            case Style.Struck struck -> new Inline.Strikethrough(children);
            case Style.Heading heading -> throw new IllegalArgumentException("a block");
            case Style.Item item -> throw new IllegalArgumentException("a block");
            case Style.Quoted quoted -> throw new IllegalArgumentException("a block");
            case Style.Anchor anchor -> new Inline.Link(anchor.href().orElseThrow(), children);
        };
    }
}

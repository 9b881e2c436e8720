package dev.pressline.normalize.convert.inline;

import dev.pressline.contract.document.Inline;
import java.util.ArrayList;
import java.util.List;

/**
 * A line while it is collected from texts that bring their styles along, as editors write them.
 * Mutable.
 */
public final class StyledLine {

    private final List<Run> runs = new ArrayList<>();

    /** Appends text as it is; each line feed is a forced break. */
    public void text(String text, List<Style> styles) {
        Texts.lines(text).forEach(leaf -> leaf(leaf, styles));
    }

    /** Appends an inline without children. */
    public void leaf(Inline leaf, List<Style> styles) {
        runs.add(new Run(leaf, styles));
    }

    /** The line so far, tidied; empty without anything to read. */
    public List<Inline> inlines() {
        return InlineTree.of(Runs.tidy(runs));
    }
}

package dev.pressline.normalize.text;

import dev.pressline.contract.document.Certainty;
import java.util.Optional;

/** What a stretch of plain text was before its markup was lost. */
public sealed interface Style {

    /** Strong importance. */
    record Strong() implements Style {}

    /** Stress. */
    record Emphasis() implements Style {}

    /** No longer accurate. */
    record Struck() implements Style {}

    /** A line of its own that heads what follows; {@code level} is 1 to 6. */
    record Heading(int level) implements Style {}

    /** A line that is an item of a list; {@code number} is 0 where it had a bullet. */
    record Item(int number) implements Style {}

    /** A line that is quoted. */
    record Quoted() implements Style {}

    /** The visible text of a link; {@code href} is absent when the target is lost. */
    record Anchor(Optional<String> href, Certainty certainty) implements Style {}
}

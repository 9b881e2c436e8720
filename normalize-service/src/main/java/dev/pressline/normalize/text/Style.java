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

    /** The visible text of a link; {@code href} is absent when the target is lost. */
    record Anchor(Optional<String> href, Certainty certainty) implements Style {}
}

package dev.pressline.render.page;

import java.util.List;

/**
 * A document that was found. Immutable.
 *
 * @param entry what a listing shows of it
 * @param excerpt where in its text the words stand, in order; empty when they stand elsewhere
 */
public record SearchHit(ListingEntry entry, List<Part> excerpt) {

    /** A part of an excerpt; {@code found} when it is what was looked for. */
    public record Part(String text, boolean found) {}
}

package dev.pressline.render.page;

import java.util.Optional;

/**
 * The documents beside one in the order of its publication. Immutable.
 *
 * @param previous the next older one
 * @param next the next newer one
 */
public record Neighbours(Optional<PageLink> previous, Optional<PageLink> next) {

    /** A document that stands alone. */
    public static final Neighbours NONE = new Neighbours(Optional.empty(), Optional.empty());
}

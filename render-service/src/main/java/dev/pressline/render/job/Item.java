package dev.pressline.render.job;

import dev.pressline.render.page.ListingEntry;

/**
 * A document in a channel, by reference: its normalized JSON lies in the store beside its page.
 * Immutable.
 *
 * @param entry what a listing shows of it
 * @param sha256 the hash of its JSON in the store
 */
public record Item(ListingEntry entry, String sha256) {}

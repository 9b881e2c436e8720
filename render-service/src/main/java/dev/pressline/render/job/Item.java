package dev.pressline.render.job;

import dev.pressline.contract.document.Publication;
import dev.pressline.render.page.ListingEntry;
import java.util.Optional;

/**
 * A document in a channel, by reference: its normalized JSON lies in the store beside its page.
 * Immutable.
 *
 * @param entry what a listing shows of it
 * @param sha256 the hash of its JSON in the store
 * @param publication the publication it has joined
 */
public record Item(ListingEntry entry, String sha256, Optional<Publication> publication) {}

package dev.pressline.kit.store;

import dev.pressline.contract.event.Generation;

/**
 * The buckets that a generation works with. Immutable.
 *
 * @param site its public one: pages, feeds and blobs
 * @param notes its private one: which copies of pictures there are, parts of documents, marks of
 *     sweeps
 * @param values the private one that all generations share: what is named by its hash, originals of
 *     blobs, and the states of accounts
 */
public record Buckets(String site, String notes, String values) {

    /** Those of a generation: the first has its notes among the values. */
    public static Buckets of(StoreConfig config, Generation generation) {
        return new Buckets(
                generation.bucket(config.siteBucket()),
                generation.bucket(config.valuesBucket()),
                config.valuesBucket());
    }
}

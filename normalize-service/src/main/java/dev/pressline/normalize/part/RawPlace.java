package dev.pressline.normalize.part;

import dev.pressline.contract.identifier.Tid;

/**
 * Where the raw record of a document stands.
 *
 * @param rev its version
 * @param partition its partition
 * @param offset its offset
 */
public record RawPlace(Tid rev, int partition, long offset) {}

package dev.pressline.normalize.pending;

import dev.pressline.contract.identifier.Tid;
import java.util.OptionalInt;

/**
 * A raw record that was handled.
 *
 * @param key its key
 * @param partition its partition
 * @param offset its offset
 * @param rev its version
 * @param pendingBlobs a hash of what became of its blobs, absent when none is pending
 */
public record Handled(String key, int partition, long offset, Tid rev, OptionalInt pendingBlobs) {}

package dev.pressline.normalize.pending;

import dev.pressline.contract.identifier.Tid;
import java.time.Instant;

/**
 * A document that went out with blobs pending: a value of {@code pressline.pending.v1}. Immutable.
 *
 * @param partition the partition of its raw record, and of this note
 * @param offset the offset of its raw record
 * @param rev the version that went out
 * @param since when it first went out so
 * @param round how often it was looked at again
 * @param blobs a hash of what had become of its blobs, which tells whether anything has changed
 */
public record PendingDocument(
        int partition, long offset, Tid rev, Instant since, int round, int blobs) {

    /** The same after one more look. */
    PendingDocument lookedAt(int blobsNow) {
        return new PendingDocument(partition, offset, rev, since, round + 1, blobsNow);
    }
}

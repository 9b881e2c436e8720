package dev.pressline.testing.faults.oracle;

import java.util.Optional;

/**
 * One record of the input log, as it lies on the raw topic. Immutable by convention.
 *
 * @param partition where it lies
 * @param offset in that partition
 * @param key an AT-URI, or the DID of an account, or anything
 * @param rev the header with its version, if it has one
 * @param cid the header with its CID, if it has one
 * @param value its bytes; empty for a delete
 */
public record LogEntry(
        int partition,
        long offset,
        String key,
        Optional<String> rev,
        Optional<String> cid,
        Optional<byte[]> value) {

    /** Where it lies, as dead letters say it. */
    public String origin() {
        return partition + "@" + offset;
    }
}

package dev.pressline.normalize.sweep;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.normalize.event.DocumentBlobs;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Which blobs of which accounts are referred to, as fingerprints of 64 bits, about 50 bytes each:
 * two that are alike keep a blob too many, never one too few. Not thread-safe.
 */
final class References {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Set<Long> fingerprints = new HashSet<>();

    /** Takes in what a value of an account refers to. */
    void add(Did did, Normalized value) {
        for (Blob blob : DocumentBlobs.in(value)) {
            fingerprints.add(fingerprint(did, blob.cid()));
        }
    }

    /** Whether a blob of an account is referred to. */
    boolean hold(Did did, Cid cid) {
        return fingerprints.contains(fingerprint(did, cid));
    }

    private static long fingerprint(Did did, Cid cid) {
        return ByteBuffer.wrap(cid.digest()).getLong() ^ did.value().hashCode() * SPREAD;
    }
}

package dev.pressline.ingest.stream;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last commit seen of each repository that holds something wanted; of many, the least recent
 * are forgotten. Not thread-safe.
 */
final class RepoHeads {

    private static final int MAX_KNOWN = 100_000;

    private final Map<Did, Head> heads =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Did, Head> eldest) {
                    return size() > MAX_KNOWN;
                }
            };

    /** A commit: its version, and the root of its tree. */
    record Head(Tid rev, BinaryCid data) {}

    Optional<Head> of(Did did) {
        return Optional.ofNullable(heads.get(did));
    }

    void moveTo(Did did, Head head) {
        heads.put(did, head);
    }

    void forget(Did did) {
        heads.remove(did);
    }
}

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
public final class RepoHeads {

    /** How many are remembered. */
    public static final int MAX_KNOWN = 100_000;

    private final int most;
    private final Map<Did, Optional<Head>> changes = new LinkedHashMap<>();
    private final Map<Did, Head> heads = new LinkedHashMap<>(16, 0.75f, true);

    /** Remembers {@value #MAX_KNOWN} at most. */
    public RepoHeads() {
        this(MAX_KNOWN);
    }

    RepoHeads(int most) {
        this.most = most;
    }

    /** A commit: its version, and the root of its tree. */
    public record Head(Tid rev, BinaryCid data) {}

    Optional<Head> of(Did did) {
        return Optional.ofNullable(heads.get(did));
    }

    void moveTo(Did did, Head head) {
        heads.put(did, head);
        changes.put(did, Optional.of(head));
        if (heads.size() > most) {
            forget(heads.keySet().iterator().next());
        }
    }

    void forget(Did did) {
        if (heads.remove(did) != null) {
            changes.put(did, Optional.empty());
        }
    }

    /** Remembers what was saved before, or that nothing is; the later word counts. */
    public void restore(Did did, Optional<Head> saved) {
        if (saved.isPresent()) {
            moveTo(did, saved.get());
            changes.remove(did);
        } else {
            heads.remove(did);
        }
    }

    /** All that are remembered. */
    public Map<Did, Head> known() {
        return Map.copyOf(heads);
    }

    /** What changed since the last time this was asked; an absent head is forgotten. */
    public Map<Did, Optional<Head>> takeChanges() {
        Map<Did, Optional<Head>> taken = new LinkedHashMap<>(changes);
        changes.clear();
        return taken;
    }
}

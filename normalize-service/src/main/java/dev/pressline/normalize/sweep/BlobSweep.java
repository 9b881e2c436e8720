package dev.pressline.normalize.sweep;

import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.normalize.blob.BlobShelves;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One sweep over all blobs that are kept. A blob to which nothing refers gets a mark; when it has
 * had it for the period of grace, what is served of it goes, and after as long again its original.
 * One that is referred to loses its mark, and what is served of it comes back. So a document that
 * passed by while a sweep was looking is whole again after the next one. Blobs of accounts that are
 * not active are left alone. Safe to repeat and to stop anywhere. Failures of the store are thrown.
 */
final class BlobSweep {

    private final BlobShelves shelves;
    private final AccountStandings standings;
    private final PublishedPages pages;
    private final Rules rules;

    /**
     * How to sweep.
     *
     * @param grace how long a blob must have been unreferenced before anything of it goes
     * @param dryRun whether only to count what would be done
     */
    record Rules(Duration grace, boolean dryRun) {}

    /** What is done with a blob. */
    enum Fate {
        /** Something refers to it. */
        KEPT,
        /** Nothing refers to it since this sweep, or not for long enough. */
        MARKED,
        /** What was served of it goes; the original stays. */
        WITHDRAWN,
        /** All of it goes. */
        REMOVED,
        /** Something refers to it again. */
        RESTORED
    }

    /** Is told of each fate. */
    @FunctionalInterface
    interface Tally {
        void count(Fate fate);
    }

    BlobSweep(BlobShelves shelves, AccountStandings standings, PublishedPages pages, Rules rules) {
        this.shelves = shelves;
        this.standings = standings;
        this.pages = pages;
        this.rules = rules;
    }

    /** Sweeps, given all that is referred to. */
    void run(References references, Instant now, Tally tally) {
        Map<String, Instant> marks = shelves.marks();
        shelves.originals(
                (did, cid) -> {
                    Fate fate = fate(did, cid, references, marks, now);
                    if (!rules.dryRun()) {
                        carryOut(fate, did, cid, now);
                    }
                    tally.count(fate);
                });
    }

    private Fate fate(
            Did did, Cid cid, References references, Map<String, Instant> marks, Instant now) {
        Instant since = marks.get(BlobShelves.name(did, cid));
        if (references.hold(did, cid)) {
            return since == null ? Fate.KEPT : Fate.RESTORED;
        }
        if (since == null || !since.isBefore(now.minus(rules.grace()))) {
            return Fate.MARKED;
        }
        if (standings.of(did) != AccountStandings.Standing.SHOWN || pages.name(did, cid)) {
            return Fate.RESTORED;
        }
        return since.isBefore(now.minus(rules.grace().multipliedBy(2)))
                ? Fate.REMOVED
                : Fate.WITHDRAWN;
    }

    private void carryOut(Fate fate, Did did, Cid cid, Instant now) {
        switch (fate) {
            case KEPT -> {}
            case MARKED -> shelves.mark(did, cid, now);
            case WITHDRAWN -> shelves.withdraw(did, cid);
            case REMOVED -> shelves.remove(did, cid);
            case RESTORED -> shelves.restore(did, cid);
        }
    }
}

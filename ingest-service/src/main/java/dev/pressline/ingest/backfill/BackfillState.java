package dev.pressline.ingest.backfill;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pressline.ingest.cursor.Cursor.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the backfill of one repository stands. Immutable.
 *
 * @param repo the handle or DID as asked for
 * @param phase what is going on
 * @param records records that the brokers have
 * @param rejected listed records that can never be one, dead-lettered
 * @param deleted records that were known and that the PDS no longer has
 * @param detail the collection being read, why it waits, or why it was refused
 * @param refusedCollections collections that the PDS does not give
 */
public record BackfillState(
        String repo,
        Phase phase,
        long records,
        long rejected,
        long deleted,
        String detail,
        List<RefusedCollection> refusedCollections) {

    /** What a backfill is doing. */
    public enum Phase {
        /** Finding the DID and its PDS. */
        RESOLVING,
        /** Reading records, or waiting for its PDS. */
        READING,
        /** Everything that the PDS gives is with the brokers. */
        DONE,
        /** The repository cannot be read as it is. */
        REFUSED;

        /** The spelling in answers. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A collection that the PDS does not give, and what it says. */
    public record RefusedCollection(String collection, String why) {}

    static BackfillState begun(String repo) {
        return new BackfillState(repo, Phase.RESOLVING, 0, 0, 0, "", List.of());
    }

    /** The same in words, for the log. */
    String summary() {
        return "records=%d rejected=%d deleted=%d %s".formatted(records, rejected, deleted, detail);
    }

    /** The same as counts, of a repository that is over. */
    Counts counts() {
        boolean isDone = phase == Phase.DONE;
        return new Counts(isDone ? 1 : 0, isDone ? 0 : 1, records, deleted);
    }

    boolean isOver() {
        return phase == Phase.DONE || phase == Phase.REFUSED;
    }

    BackfillState in(Phase newPhase, String newDetail) {
        return new BackfillState(
                repo, newPhase, records, rejected, deleted, newDetail, refusedCollections);
    }

    BackfillState waiting(String why) {
        return in(phase, why);
    }

    BackfillState plus(long moreRecords, long moreRejected) {
        return counting(records + moreRecords, rejected + moreRejected, deleted);
    }

    BackfillState plusDeleted(long more) {
        return counting(records, rejected, deleted + more);
    }

    private BackfillState counting(long newRecords, long newRejected, long newDeleted) {
        return new BackfillState(
                repo, phase, newRecords, newRejected, newDeleted, detail, refusedCollections);
    }

    BackfillState without(RefusedCollection refused) {
        List<RefusedCollection> all = new ArrayList<>(refusedCollections);
        all.add(refused);
        return new BackfillState(repo, phase, records, rejected, deleted, detail, List.copyOf(all));
    }
}

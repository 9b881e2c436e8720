package dev.pressline.normalize.pending;

import java.time.Clock;
import java.util.List;

/** Pending documents of a partition that is owned and replayed. */
public final class OwnedPartition {

    private OwnedPartition() {}

    /** Owns one partition, with nothing on its topic. */
    public static PendingDocuments of(int partition, Pauses pauses) {
        PendingDocuments documents =
                new PendingDocuments(new PendingLimits(100, 100), pauses, Clock.systemUTC());
        documents.own(List.of(partition)).forEach(PendingPartition::replayed);
        return documents;
    }

    /** Gives a partition up. */
    public static void lose(PendingDocuments documents, int partition) {
        documents.disown(List.of(partition));
    }
}

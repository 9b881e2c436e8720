package dev.pressline.ingest.http;

import dev.pressline.ingest.publish.IntakeTally;
import dev.pressline.ingest.publish.IntakeTally.RejectedRow;
import java.util.List;

/**
 * The answer to a push.
 *
 * @param accepted rows that the brokers have
 * @param skipped rows of collections nobody asked for
 * @param deadLettered rows that went to the dead-letter queue
 * @param rejected what was wrong with the first rows that can never be records
 */
record PushAnswer(long accepted, long skipped, long deadLettered, List<RejectedRow> rejected) {

    static PushAnswer of(IntakeTally tally) {
        return new PushAnswer(
                tally.accepted(), tally.skipped(), tally.deadLettered(), tally.described());
    }

    /** Whether rows came and none of them was of any use. */
    boolean isNothing() {
        return accepted + skipped + deadLettered == 0 && !rejected.isEmpty();
    }
}

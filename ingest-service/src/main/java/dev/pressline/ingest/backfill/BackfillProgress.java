package dev.pressline.ingest.backfill;

import dev.pressline.ingest.cursor.Cursor.Counts;
import java.util.Optional;

/**
 * How far the backfills of this process are, in sum. Immutable.
 *
 * @param waiting repositories that are still to be read
 * @param reading repositories that are being read
 * @param hostsParked hosts that are left alone for a while although repositories wait for them
 * @param over what became of the others since the process began
 * @param reposPerSecond over the last minute
 * @param recordsPerSecond over the last minute
 * @param secondsLeft at that rate, where it can be told: absent while repositories are still found
 * @param network the reading of the whole network, absent where it is not read here
 */
public record BackfillProgress(
        long waiting,
        long reading,
        long hostsParked,
        Counts over,
        double reposPerSecond,
        double recordsPerSecond,
        Optional<Long> secondsLeft,
        Optional<Network> network) {

    /**
     * The reading of the whole network, over all processes that took part.
     *
     * @param relay who lists the repositories
     * @param found repositories listed so far
     * @param listed whether that is all of them
     * @param aside repositories whose hosts do not answer, kept to be read later
     * @param over what became of the others
     * @param detail what the listing waits for, empty for nothing
     */
    public record Network(
            String relay, long found, boolean listed, long aside, Counts over, String detail) {

        /** Repositories that are still to be read, as far as they are found. */
        public long left() {
            return Math.max(0, found - over.repos() - over.refused());
        }
    }
}

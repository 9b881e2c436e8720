package dev.pressline.ingest.backfill;

import dev.pressline.ingest.backfill.BackfillProgress.Network;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.Cursor.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How far the reading of the network is, over all processes that took part. Thread-safe. */
@ApplicationScoped
class NetworkProgress {

    private String relay = "";
    private String detail = "";
    private boolean isListed;
    private long found;
    private long aside;
    private Counts counts = Counts.NONE;

    synchronized void begins(Cursor.OfNetwork from) {
        relay = from.relay();
        counts = from.counts();
        found = counts.repos() + counts.refused();
        isListed = false;
    }

    synchronized void found(long repos) {
        found += repos;
        detail = "";
    }

    synchronized void listed() {
        isListed = true;
    }

    synchronized void waits(String why) {
        detail = why;
    }

    synchronized void aside(long repos) {
        aside = repos;
    }

    synchronized void over(BackfillState repo) {
        counts = counts.plus(repo.counts());
    }

    /** How far it is, if it is read here at all. */
    synchronized Optional<Network> now() {
        return relay.isEmpty()
                ? Optional.empty()
                : Optional.of(new Network(relay, found, isListed, aside, counts, detail));
    }
}

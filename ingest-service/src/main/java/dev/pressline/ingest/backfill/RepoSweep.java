package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.source.RecordSource.RepoSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Goes through all repositories of which anything is known, now and then, and has those read anew
 * whose PDS has another rev than was last read: so that what every stream missed is found, records
 * and deletes. Used by one thread.
 */
@ApplicationScoped
public class RepoSweep {

    private static final Logger LOG = Logger.getLogger(RepoSweep.class);

    /** With more repositories waiting to be read the sweep waits. */
    static final int MAX_WAITING = 10_000;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final KnownRecords known;
    private final RepoWorkers workers;
    private final Set<Did> pending = ConcurrentHashMap.newKeySet();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});

    RepoSweep(KnownRecords known, RepoWorkers workers) {
        this.known = known;
        this.workers = workers;
    }

    /** Sweeps for ever, with this pause between two sweeps; until the thread is interrupted. */
    public void run(Duration interval) {
        try {
            while (true) {
                Thread.sleep(interval);
                sweep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has every known repository looked at; those that still wait from last time but once. */
    void sweep() throws InterruptedException {
        Sweep sweep = new Sweep();
        int groups = retry.whileDown("counting what is known", known::groups);
        for (int i = 0; i < groups; i++) {
            int group = i;
            List<Did> dids =
                    retry.whileDown(
                            "looking up who is known", () -> known.accounts(group, () -> {}));
            for (Did did : dids) {
                awaitRoom();
                if (pending.add(did)) {
                    workers.add(RepoJob.ifChanged(new RepoSource(did), sweep));
                }
            }
        }
        while (pending.size() > waiting.size()) {
            Thread.sleep(PAUSE);
        }
        LOG.infof("sweep: looked at %s repositories, refused %s", sweep.over, sweep.refused);
    }

    private void awaitRoom() throws InterruptedException {
        while (workers.waiting() > MAX_WAITING) {
            Thread.sleep(PAUSE);
        }
    }

    /** One sweep; it is over when only repositories are left whose hosts do not answer. */
    private final class Sweep implements RepoJob.Owner {

        private final AtomicLong over = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();

        @Override
        public void moved(RepoJob job, Place place) {
            // It is read from the beginning after a stop.
        }

        @Override
        public void waits(RepoJob job) {
            waiting.add(job.repo());
        }

        @Override
        public void over(RepoJob job) {
            over.incrementAndGet();
            refused.addAndGet(job.state().phase() == Phase.REFUSED ? 1 : 0);
            pending.remove(Did.parse(job.repo()));
            waiting.remove(job.repo());
        }
    }
}

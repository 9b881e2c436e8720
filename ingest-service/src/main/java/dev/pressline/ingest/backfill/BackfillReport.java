package dev.pressline.ingest.backfill;

import dev.pressline.ingest.backfill.BackfillProgress.Network;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Says how far the backfills of this process are. Thread-safe. */
@ApplicationScoped
public class BackfillReport {

    private final RepoWorkers workers;
    private final BackfillMetrics metrics;
    private final NetworkProgress network;

    BackfillReport(RepoWorkers workers, BackfillMetrics metrics, NetworkProgress network) {
        this.workers = workers;
        this.metrics = metrics;
        this.network = network;
    }

    /** How far they are now. */
    public BackfillProgress now() {
        Optional<Network> scan = network.now();
        long left = workers.waiting() + workers.running();
        boolean allFound = scan.map(Network::listed).orElse(true);
        double rate = metrics.reposPerSecond();
        return new BackfillProgress(
                workers.waiting(),
                workers.running(),
                workers.parked(),
                metrics.counts(),
                rate,
                metrics.recordsPerSecond(),
                allFound && rate > 0 ? Optional.of(Math.round(left / rate)) : Optional.empty(),
                scan);
    }
}

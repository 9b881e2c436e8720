package dev.pressline.ingest;

import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.live.RunningStream;
import dev.pressline.ingest.source.RunningSource;
import dev.pressline.kit.failure.StoppedException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** The time for which a partition of the cursors' topic is ours. Thread-safe. */
final class PartitionTenure {

    private static final Logger LOG = Logger.getLogger(PartitionTenure.class);

    private final int partition;
    private final SourceStarter starter;
    private final Map<String, RunningSource> running = new HashMap<>();
    private final Thread beginning;
    private volatile boolean over;

    private PartitionTenure(int partition, SourceStarter starter) {
        this.partition = partition;
        this.starter = starter;
        this.beginning = Thread.ofVirtual().unstarted(this::startSources);
    }

    /** Begins one: reads the cursors of the partition and starts its sources, in the background. */
    static PartitionTenure begin(int partition, SourceStarter starter) {
        PartitionTenure tenure = new PartitionTenure(partition, starter);
        tenure.beginning.start();
        return tenure;
    }

    private void startSources() {
        try {
            Map<String, Cursor> known = starter.cursors(partition);
            synchronized (this) {
                if (!over) {
                    starter.resume(known);
                    starter.start(partition, known, running);
                }
            }
        } catch (StoppedException e) {
            LOG.debugf("partition %d went before its sources started", partition);
        }
    }

    /** A replica came or went: backfills that it began may be left to us. */
    void takeUpBackfills() {
        Thread.ofVirtual().start(() -> starter.resume(starter.cursors(partition)));
    }

    /** Somebody wrote the cursor of a source under a claim. */
    synchronized void written(String source, Claim claim) {
        if (running.get(source) instanceof RunningStream stream) {
            stream.written(claim);
        }
    }

    /** Asks every source to stop; returns at once. */
    void askToStop() {
        over = true;
        beginning.interrupt();
        synchronized (this) {
            running.values().forEach(RunningSource::askToStop);
        }
    }

    /** Waits until every source has stopped. */
    synchronized void awaitStop() throws InterruptedException {
        for (RunningSource source : running.values()) {
            source.awaitStop();
        }
    }
}

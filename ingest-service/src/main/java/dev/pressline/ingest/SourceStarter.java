package dev.pressline.ingest;

import dev.pressline.ingest.backfill.Backfills;
import dev.pressline.ingest.backfill.NetworkScans;
import dev.pressline.ingest.backfill.RepoSweep;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.file.FileImport;
import dev.pressline.ingest.live.Streams;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.ingest.source.RecordSource.FileSource;
import dev.pressline.ingest.source.RecordSource.NetworkSource;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.source.RecordSource.SweepSource;
import dev.pressline.ingest.source.RunningSource;
import dev.pressline.kit.failure.StoppedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Starts the sources whose cursors lie on one partition: those that the configuration names, and
 * backfills that an earlier process left unfinished. Thread-safe.
 */
@ApplicationScoped
class SourceStarter {

    private static final Logger LOG = Logger.getLogger(SourceStarter.class);

    private final IngestConfig config;
    private final CursorStore cursors;
    private final Backfills backfills;
    private final Streams streams;
    private final FileImport files;
    private final NetworkScans network;
    private final RepoSweep sweep;

    SourceStarter(
            IngestConfig config,
            CursorStore cursors,
            Backfills backfills,
            Streams streams,
            FileImport files,
            NetworkScans network,
            RepoSweep sweep) {
        this.config = config;
        this.cursors = cursors;
        this.backfills = backfills;
        this.streams = streams;
        this.files = files;
        this.network = network;
        this.sweep = sweep;
    }

    /** The cursors of a partition, to its end; waits while the brokers are down. */
    Map<String, Cursor> cursors(int partition) {
        return cursors.load(List.of(partition));
    }

    /** Takes up the unfinished backfills among {@code known} that do not run here already. */
    void resume(Map<String, Cursor> known) {
        known.forEach(this::resume);
    }

    private void resume(String source, Cursor cursor) {
        switch (cursor) {
            case Cursor.OfRepo repo -> backfills.resume(source, repo);
            case Cursor.OfStream stream ->
                    LOG.debugf("a stream was read up to %d", stream.position());
            case Cursor.OfNetwork at -> LOG.debugf("the network was read up to %s", at.after());
            case Cursor.OfFile file -> LOG.debugf("a file was read up to byte %d", file.offset());
        }
    }

    /** Starts what the configuration names on a partition; {@code running} has it by source id. */
    void start(int partition, Map<String, Cursor> known, Map<String, RunningSource> running) {
        for (StreamSource source : streams.sources()) {
            if (isOn(partition, source)) {
                running.put(source.id(), streams.start(source, place(known, source)));
            }
        }
        config.files().orElse(List.of()).stream()
                .map(FileSource::new)
                .filter(source -> isOn(partition, source))
                .forEach(source -> running.put(source.id(), start(source, known)));
        network.source()
                .filter(source -> isOn(partition, source))
                .ifPresent(source -> running.put(source.id(), start(source, known)));
        SweepSource sweeper = new SweepSource();
        config.sweepInterval()
                .filter(interval -> isOn(partition, sweeper))
                .ifPresent(interval -> running.put(sweeper.id(), start(interval)));
        config.repos().orElse(List.of()).stream()
                .filter(repo -> isOn(partition, new RepoBackfillSource(repo)))
                .forEach(backfills::beginOnce);
    }

    private boolean isOn(int partition, RecordSource source) {
        return cursors.partition(source) == partition;
    }

    private static Optional<Cursor.OfStream> place(Map<String, Cursor> known, StreamSource source) {
        return Optional.ofNullable(known.get(source.id()))
                .filter(Cursor.OfStream.class::isInstance)
                .map(Cursor.OfStream.class::cast);
    }

    private RunningSource start(FileSource source, Map<String, Cursor> known) {
        Optional<Cursor> cursor = Optional.ofNullable(known.get(source.id()));
        return new RunningThread(Thread.ofVirtual().start(() -> run(source, cursor)));
    }

    private RunningSource start(NetworkSource source, Map<String, Cursor> known) {
        Optional<Cursor> cursor = Optional.ofNullable(known.get(source.id()));
        return new RunningThread(Thread.ofVirtual().start(() -> network.run(cursor)));
    }

    private RunningSource start(Duration sweepInterval) {
        return new RunningThread(Thread.ofVirtual().start(() -> sweep.run(sweepInterval)));
    }

    private void run(FileSource source, Optional<Cursor> cursor) {
        try {
            files.run(source, cursor);
        } catch (IOException e) {
            LOG.errorf("%s cannot be read any more: %s", source.path(), e.getMessage());
        } catch (StoppedException e) {
            LOG.infof("%s is imported further by whoever reads it next", source.path());
        }
    }
}

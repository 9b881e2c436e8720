package dev.pressline.ingest;

import dev.pressline.ingest.backfill.Backfills;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.file.FileImport;
import dev.pressline.ingest.live.Streams;
import dev.pressline.ingest.source.RecordSource.FileSource;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.health.StartupProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/**
 * Starts the sources that the configuration names, and those that an earlier process left
 * unfinished, once topics and bucket are there.
 */
@ApplicationScoped
class ConfiguredSources {

    private static final Logger LOG = Logger.getLogger(ConfiguredSources.class);

    private final IngestConfig config;
    private final StartupProbe probe;
    private final CursorStore cursors;
    private final FileImport files;
    private final Backfills backfills;
    private final Streams streams;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    ConfiguredSources(
            IngestConfig config,
            @Startup StartupProbe probe,
            CursorStore cursors,
            FileImport files,
            Backfills backfills,
            Streams streams) {
        this.config = config;
        this.probe = probe;
        this.cursors = cursors;
        this.files = files;
        this.backfills = backfills;
        this.streams = streams;
    }

    void start(@Observes StartupEvent event) {
        List<Path> unreadable =
                config.files().orElse(List.of()).stream()
                        .filter(file -> !Files.isReadable(file))
                        .toList();
        if (!unreadable.isEmpty()) {
            throw new IllegalStateException("pressline.ingest.files: cannot read " + unreadable);
        }
        executor.execute(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void run() {
        try {
            probe.await();
            Map<String, Cursor> known = cursors.load();
            known.values().forEach(this::resume);
            streams.start(known);
            config.repos().orElse(List.of()).forEach(backfills::beginOnce);
            for (Path file : config.files().orElse(List.of())) {
                FileSource source = new FileSource(file);
                files.run(source, Optional.ofNullable(known.get(source.id())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoppedException e) {
            LOG.info("the sources stop with the service and go on with it");
        } catch (IOException e) {
            LOG.errorf("a configured file cannot be read any more: %s", e.getMessage());
        }
    }

    private void resume(Cursor cursor) {
        switch (cursor) {
            case Cursor.OfRepo repo -> backfills.resume(repo);
            case Cursor.OfStream stream ->
                    LOG.debugf("a stream was read up to %d", stream.position());
            case Cursor.OfFile file -> LOG.debugf("a file was read up to byte %d", file.offset());
        }
    }
}

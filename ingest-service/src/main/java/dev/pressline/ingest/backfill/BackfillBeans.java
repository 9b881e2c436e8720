package dev.pressline.ingest.backfill;

import dev.pressline.ingest.config.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** What repositories are read with, as beans. */
@ApplicationScoped
class BackfillBeans {

    private static final Duration ABANDONED = Duration.ofHours(1);

    @Produces
    @Singleton
    RepoSpool spool(IngestConfig config, Clock clock) {
        Path directory =
                config.spoolDirectory()
                        .orElse(Path.of(System.getProperty("java.io.tmpdir"), "pressline"));
        RepoSpool spool = new RepoSpool(directory, config.largestRepo().asLongValue());
        try {
            spool.sweep(clock.instant().minus(ABANDONED));
        } catch (IOException e) {
            throw new UncheckedIOException("pressline.ingest.spool-directory", e);
        }
        return spool;
    }
}

package dev.pressline.ingest;

import dev.pressline.ingest.assign.SourceAssignment;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.live.Streams;
import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.health.StartupProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/**
 * Has the sources of the configuration read, and the backfills that an earlier process left
 * unfinished, each by one replica, once topics and bucket are there.
 */
@ApplicationScoped
class ConfiguredSources {

    private static final Logger LOG = Logger.getLogger(ConfiguredSources.class);

    private final IngestConfig config;
    private final StartupProbe probe;
    private final SourceAssignment assignment;
    private final SourceStarter starter;
    private final Streams streams;
    private final KnownRepos known;

    ConfiguredSources(
            IngestConfig config,
            @Startup StartupProbe probe,
            SourceAssignment assignment,
            SourceStarter starter,
            Streams streams,
            KnownRepos known) {
        this.config = config;
        this.probe = probe;
        this.assignment = assignment;
        this.starter = starter;
        this.streams = streams;
        this.known = known;
    }

    void start(@Observes StartupEvent event) {
        List<Path> unreadable =
                config.files().orElse(List.of()).stream()
                        .filter(file -> !Files.isReadable(file))
                        .toList();
        if (!unreadable.isEmpty()) {
            throw new IllegalStateException("pressline.ingest.files: cannot read " + unreadable);
        }
        streams.check();
        Thread.ofVirtual().name("configured-sources").start(this::joinOnceStarted);
    }

    private void joinOnceStarted() {
        try {
            probe.await();
            known.catchUp();
            assignment.join(new OwnedSources(starter));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoppedException e) {
            LOG.debug("the service stops before its sources were begun");
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        assignment.leave();
    }
}

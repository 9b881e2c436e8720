package dev.pressline.normalize.pending;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.loop.EndlessLoop;
import dev.pressline.normalize.event.NormalizedEvents;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Looks again, for as long as the service runs, at the pending documents whose time has come: a few
 * at once, so that neither their raw records fill the heap nor their servers feel it.
 */
@ApplicationScoped
class PendingLoop implements EndlessLoop.Turn {

    private static final Logger LOG = Logger.getLogger(PendingLoop.class);
    private static final String NAME = "pending-blobs";
    private static final int AT_ONCE = 16;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);

    private final PendingDocuments documents;
    private final PendingReplay replay;
    private final PendingLook look;
    private final RawRecords raw;
    private final LoopMonitor.Loop monitor;
    private final EndlessLoop loop = new EndlessLoop(NAME, REST_AFTER_FAILURE, this);

    PendingLoop(
            PendingDocuments documents,
            PendingReplay replay,
            NormalizedEvents events,
            EventProducer producer,
            LoopMonitor monitor,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.documents = documents;
        this.replay = replay;
        this.look = new PendingLook(events, producer);
        this.raw = RawRecords.of(kafka);
        this.monitor = monitor.loop(NAME);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    @Override
    public Duration take() {
        replay.readOn();
        return look() ? Duration.ZERO : REST;
    }

    @Override
    public void end() {
        raw.close();
    }

    /** Looks at a few documents; returns whether any was due. */
    private boolean look() {
        List<PendingPartition.Due> due = documents.due(AT_ONCE);
        monitor.begins();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (PendingPartition.Due each : due) {
                guarded(
                        each,
                        () -> {
                            Optional<ConsumerRecord<String, byte[]>> record = read(each);
                            executor.execute(() -> guarded(each, () -> look.look(each, record)));
                        });
            }
        } finally {
            monitor.rests();
        }
        return !due.isEmpty();
    }

    private Optional<ConsumerRecord<String, byte[]>> read(PendingPartition.Due due) {
        return raw.read(due.document().partition(), due.document().offset());
    }

    private void guarded(PendingPartition.Due due, Runnable work) {
        try {
            work.run();
        } catch (InfrastructureException e) {
            LOG.infof("a pending document waits on: key=%s %s", due.key(), e.getMessage());
            due.home().putOff(due);
        } catch (StoppedException e) {
            LOG.debugf("stopped while looking at a pending document: key=%s", due.key());
        } catch (RuntimeException e) {
            LOG.errorf(e, "a pending document cannot be looked at: key=%s", due.key());
            due.home().putOff(due);
        }
        monitor.turned();
    }
}

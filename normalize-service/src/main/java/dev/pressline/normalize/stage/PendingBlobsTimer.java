package dev.pressline.normalize.stage;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.kafka.EventProducer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Looks again, now and then, at documents whose blobs were pending, and sends them anew when they
 * are complete.
 */
@ApplicationScoped
class PendingBlobsTimer {

    private static final Logger LOG = Logger.getLogger(PendingBlobsTimer.class);

    private final PendingDocuments pending;
    private final NormalizeHandler handler;
    private final EventProducer producer;

    PendingBlobsTimer(PendingDocuments pending, NormalizeHandler handler, EventProducer producer) {
        this.pending = pending;
        this.handler = handler;
        this.producer = producer;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAgain() {
        for (PendingDocuments.Due due : pending.due(System.nanoTime())) {
            try {
                producer.sendAll(handler.handle(due.input(), due.round()));
            } catch (InfrastructureException e) {
                LOG.infof("pending document waits: key=%s %s", due.input().key(), e.getMessage());
                pending.add(due.input(), due.round(), System.nanoTime());
            } catch (RejectedException e) {
                LOG.warnf(
                        "pending document can no longer be read: key=%s %s",
                        due.input().key(), e.getMessage());
            }
        }
    }
}

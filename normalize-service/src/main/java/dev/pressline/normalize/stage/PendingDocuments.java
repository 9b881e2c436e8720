package dev.pressline.normalize.stage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The documents that went out with blobs pending, by key, in memory and bounded: the newest version
 * of each, to be looked at again later. A restart forgets them; a re-read of the topic finds them
 * again. Thread-safe.
 */
@ApplicationScoped
class PendingDocuments {

    private final int limit;
    private final long pauseNanos;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    private record Waiting(ConsumerRecord<String, byte[]> input, long dueNanos, int round) {}

    @Inject
    PendingDocuments(NormalizeConfig config) {
        this(config.blobs().maxPending(), config.blobs().retryAfter());
    }

    PendingDocuments(int limit, Duration pause) {
        this.limit = limit;
        this.pauseNanos = pause.toNanos();
    }

    /** Notes that a document is pending; each further round waits longer. */
    synchronized void add(ConsumerRecord<String, byte[]> input, int round, long nowNanos) {
        waiting.remove(input.key());
        if (waiting.size() >= limit) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        long pause = pauseNanos << Math.min(round, 10);
        waiting.put(input.key(), new Waiting(input, nowNanos + pause, round));
    }

    /** Forgets a document: it is complete, deleted, or a newer version came. */
    synchronized void forget(String key) {
        waiting.remove(key);
    }

    /** Takes the documents whose time has come. */
    synchronized List<Due> due(long nowNanos) {
        List<Due> due = new ArrayList<>();
        waiting.values()
                .removeIf(
                        each -> {
                            boolean ripe = each.dueNanos() - nowNanos <= 0;
                            if (ripe) {
                                due.add(new Due(each.input(), each.round() + 1));
                            }
                            return ripe;
                        });
        return due;
    }

    /** A document to look at again, for the {@code round}-th time. */
    record Due(ConsumerRecord<String, byte[]> input, int round) {}

    synchronized int size() {
        return waiting.size();
    }
}

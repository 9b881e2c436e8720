package dev.pressline.render.state;

import dev.pressline.kit.crash.CrashPoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The {@link KeptStore}s of a process, and what tells them that a transaction was committed: the
 * producers, which alone know. Thread-safe.
 */
public final class KeptStores {

    /**
     * How old a store may be and be of use: brokers keep the mark of what was deleted for a day,
     * and who did not see it has what is no longer there.
     */
    private static final Duration OLDEST = Duration.ofHours(12);

    private static final Duration RENEWAL = Duration.ofHours(1);
    private static final String CHANGELOG = "-changelog";

    private final Map<TopicPartition, Open> open = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile Instant renewed;

    /** A store that is open, and where it lies. */
    private record Open(KeptStore store, Place place) {}

    /** Makes none. */
    public KeptStores(InstantSource clock) {
        this.clock = clock;
        this.renewed = clock.instant();
    }

    /** Supplies a topology with a store. */
    public KeyValueBytesStoreSupplier supplier(String name) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new KeptStore(name, KeptStores.this);
            }

            @Override
            public String metricsScope() {
                return "kept";
            }
        };
    }

    /** The clients with which Kafka Streams has to run that topology. */
    public KafkaClientSupplier clients() {
        return new TellingClients(this);
    }

    /** The partition of the changelog of a store, as Kafka Streams names it. */
    static TopicPartition changelog(StateStoreContext context, String name) {
        return new TopicPartition(
                context.applicationId() + '-' + name + CHANGELOG, context.taskId().partition());
    }

    /** Whether a topic may be the changelog of a store. */
    static boolean isChangelog(String topic) {
        return topic.endsWith(CHANGELOG);
    }

    Instant now() {
        return clock.instant();
    }

    boolean isFresh(Instant at) {
        return at.isAfter(oldest());
    }

    private Instant oldest() {
        return now().minus(OLDEST);
    }

    /** Deletes what lies beside a place and is of no use any more. */
    void tidyBeside(Place place) {
        Set<Path> inUse =
                open.values().stream().map(each -> each.place().disk()).collect(Collectors.toSet());
        place.tidy(oldest(), inUse);
    }

    void opened(TopicPartition changelog, KeptStore store, Place place) {
        open.put(changelog, new Open(store, place));
    }

    void closed(TopicPartition changelog, KeptStore store, Place place) {
        open.remove(changelog, new Open(store, place));
    }

    /** Up to these offsets of their changelogs everything is committed. */
    void committed(Map<TopicPartition, Long> offsets) {
        if (!offsets.isEmpty()) {
            CrashPoint.RENDER_INDEX_COMMITTED.reached();
        }
        Instant now = now();
        offsets.forEach(
                (changelog, offset) ->
                        Optional.ofNullable(open.get(changelog))
                                .ifPresent(each -> each.store().committed(offset, now)));
        if (now.isAfter(renewed.plus(RENEWAL))) {
            renewed = now;
            open.values().forEach(each -> each.store().renew(now));
        }
    }
}

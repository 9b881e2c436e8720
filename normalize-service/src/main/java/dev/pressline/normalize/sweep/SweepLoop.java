package dev.pressline.normalize.sweep;

import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.InvalidEnvelopeException;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.loop.EndlessLoop;
import dev.pressline.kit.store.AccountStandings;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.normalize.blob.BlobShelves;
import dev.pressline.normalize.sweep.BlobSweep.Fate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Sweeps every so often: reads from the topic of normalized values all that is referred to, of
 * every version that is still there, and then goes through the blobs. A value that cannot be read
 * ends the sweep before anything goes. Thread-safe.
 */
public final class SweepLoop {

    private final TopicReplay topic;
    private final LargeValues values;
    private final BlobSweep sweep;
    private final Clock clock;
    private final Map<Fate, Counter> counters = new EnumMap<>(Fate.class);
    private final Duration every;
    private final EndlessLoop loop;

    /**
     * When and how to sweep.
     *
     * @param every how often
     * @param grace how long a blob must have been unreferenced before anything of it goes
     * @param dryRun whether only to count what would be done
     */
    public record Settings(Duration every, Duration grace, boolean dryRun) {}

    /**
     * What is swept, and what decides.
     *
     * @param topic reads the normalized values
     * @param values the large ones of them
     * @param shelves the blobs
     * @param standings whose blobs are left alone
     * @param store the pages
     * @param site the bucket of the pages
     */
    public record Ports(
            TopicReplay topic,
            LargeValues values,
            BlobShelves shelves,
            AccountStandings standings,
            ObjectStore store,
            String site) {}

    /** Sweeps once started; counts on {@code registry} what was done. */
    public SweepLoop(Ports ports, Settings settings, Clock clock, MeterRegistry registry) {
        this.topic = ports.topic();
        this.values = ports.values();
        this.sweep =
                new BlobSweep(
                        ports.shelves(),
                        ports.standings(),
                        new PublishedPages(ports.store(), ports.site()),
                        new BlobSweep.Rules(settings.grace(), settings.dryRun()));
        this.clock = clock;
        for (Fate fate : Fate.values()) {
            counters.put(fate, counter(fate, registry));
        }
        this.every = settings.every();
        this.loop = new EndlessLoop("sweep", every, this::turn);
    }

    private static Counter counter(Fate fate, MeterRegistry registry) {
        return Counter.builder("pressline.blobs.swept")
                .description("Blobs that sweeps have looked at, by what was done")
                .tag("fate", fate.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    /** Starts; the first sweep is when the first period is over. */
    public void start() {
        loop.startAfter(every);
    }

    /** Interrupts a sweep, which goes on after the next start. */
    public void stop() {
        loop.stop();
    }

    private Duration turn() {
        sweep.run(references(), clock.instant(), this::count);
        return every;
    }

    private void count(Fate fate) {
        Counter counter = counters.get(fate);
        if (counter != null) {
            counter.increment();
        }
    }

    private References references() {
        References references = new References();
        topic.replay(Topics.NORMALIZED, event -> add(references, event));
        return references;
    }

    private void add(References references, ConsumerRecord<String, byte[]> event) {
        values.value(event)
                .ifPresent(
                        json -> {
                            Normalized value = ContractJson.read(json);
                            references.add(account(event.key()), value);
                        });
    }

    private static Did account(String key) {
        try {
            return EventKey.parse(key).did();
        } catch (InvalidEnvelopeException e) {
            throw new IllegalStateException("a key of ours names no account: " + key, e);
        }
    }
}

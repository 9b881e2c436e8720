package dev.pressline.ingest.publish;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.ingest.row.CidCheck;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.kit.metric.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The counters of ingest, every one at zero from the start. Thread-safe. */
@Startup
@ApplicationScoped
public class IngestMetrics {

    static final String STAGE = "ingest";

    private final Counter infrastructureFailures;
    private final Timer batches;
    private final Timer eventAge;
    private final Set<Sending> sending = ConcurrentHashMap.newKeySet();
    private final Counter puts;
    private final Counter deletes;
    private final Counter accounts;
    private final Counter unwanted;
    private final Counter refused;
    private final Map<CidCheck, Counter> checks = new EnumMap<>(CidCheck.class);
    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);
    private final Map<RejectionReason, Counter> deadLetters = new EnumMap<>(RejectionReason.class);

    IngestMetrics(MeterRegistry registry) {
        this.infrastructureFailures = Meters.events(registry, STAGE, "infrastructure-failure");
        this.batches = Meters.processing(registry, STAGE);
        this.eventAge = Meters.eventAge(registry, STAGE);
        Meters.oldestUnprocessed(registry, STAGE, this::longestSending);
        this.puts = Meters.events(registry, STAGE, "put");
        this.deletes = Meters.events(registry, STAGE, "delete");
        this.accounts = Meters.events(registry, STAGE, "account");
        this.unwanted = Meters.events(registry, STAGE, "unwanted");
        this.refused = Meters.events(registry, STAGE, "refused");
        for (CidCheck check : CidCheck.values()) {
            checks.put(check, check(registry, check));
        }
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(reason, Meters.events(registry, STAGE, reason.label()));
            deadLetters.put(reason, Meters.deadLetters(registry, STAGE, reason.label()));
        }
    }

    private static Counter check(MeterRegistry registry, CidCheck check) {
        return Counter.builder("pressline.cid.checks")
                .description("Records by what became of comparing their CID")
                .tag("stage", STAGE)
                .tag("outcome", check.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .register(registry);
    }

    void count(Row row) {
        switch (row) {
            case Row.Put put -> {
                puts.increment();
                increment(checks.get(put.check()));
            }
            case Row.Delete delete -> deletes.increment();
            case Row.Account account -> accounts.increment();
            case Row.Unwanted skipped -> unwanted.increment();
            case Row.Rejected no -> increment(rejected.get(no.reason()));
        }
    }

    /** A row was left out because of what it is about. */
    void refused() {
        refused.increment();
    }

    /** A batch that is being sent. */
    private record Sending(Object identity, long since) {

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    /**
     * Sends a batch, however long that takes, and notes how old the live events among {@code
     * events} are then.
     */
    void sending(List<ProducerRecord<String, byte[]>> events, Runnable send) {
        Sending batch = new Sending(new Object(), System.nanoTime());
        sending.add(batch);
        try {
            send.run();
        } finally {
            sending.remove(batch);
        }
        batches.record(batch.elapsed());
        Instant now = Instant.now();
        for (ProducerRecord<String, byte[]> each : events) {
            EnvelopeHeaders.liveSince(each.headers())
                    .map(since -> Duration.between(since, now))
                    .ifPresent(age -> eventAge.record(age.isNegative() ? Duration.ZERO : age));
        }
    }

    private Duration longestSending() {
        return sending.stream()
                .map(Sending::elapsed)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Brokers or store did not take something, which is tried again. */
    void infrastructureFailed() {
        infrastructureFailures.increment();
    }

    void deadLettered(RejectionReason reason) {
        increment(deadLetters.get(reason));
    }

    private static void increment(@org.jspecify.annotations.Nullable Counter counter) {
        Objects.requireNonNull(counter, "every counter is registered").increment();
    }
}

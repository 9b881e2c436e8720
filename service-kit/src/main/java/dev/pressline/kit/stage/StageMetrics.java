package dev.pressline.kit.stage;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.kit.metric.Meters;
import dev.pressline.kit.trace.Exemplars;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The counters of one stage, every one at zero from the start, no account in any label.
 * Thread-safe.
 */
public final class StageMetrics {

    private final Counter handled;
    private final Counter infrastructureFailures;
    private final Map<String, Counter> rejected;
    private final Timer batches;
    private final Timer eventAge;
    private final Clock clock;
    private final AtomicLong inFlight = new AtomicLong();

    /**
     * Registers the counters; {@code reasons} is the closed set of rejections, {@code unknown}
     * included by itself.
     */
    public StageMetrics(MeterRegistry registry, String stage, Collection<String> reasons) {
        this(registry, stage, reasons, Clock.systemUTC());
    }

    StageMetrics(MeterRegistry registry, String stage, Collection<String> reasons, Clock clock) {
        this.clock = clock;
        this.handled = Meters.events(registry, stage, "handled");
        this.infrastructureFailures = Meters.events(registry, stage, "infrastructure-failure");
        this.rejected =
                Stream.concat(reasons.stream(), Stream.of(StageLoop.UNKNOWN))
                        .distinct()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(),
                                        each -> Meters.deadLetters(registry, stage, each)));
        this.batches = Meters.processing(registry, stage);
        this.eventAge = Meters.eventAge(registry, stage);
        Gauge.builder("pressline.events.in.flight", inFlight, AtomicLong::get)
                .description("Records that the stage has taken and is not done with")
                .tag("stage", stage)
                .register(registry);
    }

    void took(int records) {
        inFlight.addAndGet(records);
    }

    void handled(int records, Duration elapsed) {
        handled.increment(records);
        batches.record(elapsed);
    }

    void released(int records) {
        inFlight.addAndGet(-records);
    }

    void rejected(String reason) {
        Counter counter = rejected.get(reason);
        if (counter == null) {
            throw new IllegalStateException("reason outside the documented set: " + reason);
        }
        counter.increment();
    }

    void infrastructureFailed() {
        infrastructureFailures.increment();
    }

    /** Notes the age of a record that is done, if its envelope says that it was live and when. */
    public void aged(ConsumerRecord<String, byte[]> done) {
        EnvelopeHeaders.liveSince(done.headers())
                .map(since -> Duration.between(since, clock.instant()))
                .map(age -> age.isNegative() ? Duration.ZERO : age)
                .ifPresent(age -> Exemplars.beside(done.headers(), () -> eventAge.record(age)));
    }
}

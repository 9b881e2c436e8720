package dev.pressline.kit.stage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final AtomicLong inFlight = new AtomicLong();

    /**
     * Registers the counters; {@code reasons} is the closed set of rejections, {@code unknown}
     * included by itself.
     */
    public StageMetrics(MeterRegistry registry, String stage, Collection<String> reasons) {
        this.handled = events(registry, stage, "handled");
        this.infrastructureFailures = events(registry, stage, "infrastructure-failure");
        this.rejected =
                java.util.stream.Stream.concat(
                                reasons.stream(), java.util.stream.Stream.of(StageLoop.UNKNOWN))
                        .distinct()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), r -> deadLetters(registry, stage, r)));
        this.batches =
                Timer.builder("pressline.processing")
                        .description(
                                "Time from taking a batch of records to having everything derived from it durable")
                        .tag("stage", stage)
                        .publishPercentileHistogram()
                        .register(registry);
        this.eventAge =
                Timer.builder("pressline.event.age")
                        .description(
                                "Age of live events when the stage is done with them, from the time in their rev")
                        .tag("stage", stage)
                        .publishPercentileHistogram()
                        .register(registry);
        registry.gauge(
                "pressline.events.in.flight",
                io.micrometer.core.instrument.Tags.of("stage", stage),
                inFlight);
    }

    private static Counter events(MeterRegistry registry, String stage, String outcome) {
        return Counter.builder("pressline.events")
                .description("Records by what became of them")
                .tag("stage", stage)
                .tag("outcome", outcome)
                .register(registry);
    }

    private static Counter deadLetters(MeterRegistry registry, String stage, String reason) {
        return Counter.builder("pressline.dead.letters")
                .description("Records that can never succeed, by reason")
                .tag("stage", stage)
                .tag("reason", reason)
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

    /** Notes the age of a live event that is done. */
    public void aged(Duration age) {
        eventAge.record(age.isNegative() ? Duration.ZERO : age);
    }
}

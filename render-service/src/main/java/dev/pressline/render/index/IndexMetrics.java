package dev.pressline.render.index;

import dev.pressline.kit.metric.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The counters of the index, every one at zero from the start. Thread-safe. */
final class IndexMetrics {

    static final String INVALID_ENVELOPE = "invalid-envelope";
    static final String UNREADABLE_VALUE = "unreadable-value";

    static final String STAGE = "render-index";

    private final Map<AccountIndex.Outcome, Counter> outcomes =
            new EnumMap<>(AccountIndex.Outcome.class);
    private final Map<String, Counter> rejected;

    private final Counter swept;
    private final Counter stale;
    private final Timer processing;
    private final PendingWork sweeps = new PendingWork();

    IndexMetrics(MeterRegistry registry, PendingWork pending) {
        this.swept =
                Counter.builder("pressline.index.swept")
                        .description(
                                "Records looked at again, since all of a publication or account")
                        .tag("stage", STAGE)
                        .register(registry);
        this.stale =
                Counter.builder("pressline.stale.dropped")
                        .description("Records dropped since a newer version of them was known")
                        .tag("stage", STAGE)
                        .register(registry);
        this.processing = Meters.processing(registry, STAGE);
        Gauge.builder("pressline.index.sweeps", sweeps, PendingWork::total)
                .description("Publications and accounts whose documents are looked at again")
                .register(registry);
        for (AccountIndex.Outcome outcome : AccountIndex.Outcome.values()) {
            outcomes.put(
                    outcome,
                    Meters.events(registry, STAGE, outcome.name().toLowerCase(Locale.ROOT)));
        }
        this.rejected =
                List.of(INVALID_ENVELOPE, UNREADABLE_VALUE).stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(),
                                        reason -> Meters.deadLetters(registry, STAGE, reason)));
        Gauge.builder("pressline.index.pending", pending, PendingWork::total)
                .description(
                        "Parts of the index with changes not yet turned into jobs, or jobs not yet committed")
                .register(registry);
    }

    /** Runs the handling of one record, whose time is taken. */
    void timed(Runnable handling) {
        processing.record(handling);
    }

    void count(AccountIndex.Outcome outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
        if (outcome == AccountIndex.Outcome.STALE) {
            stale.increment();
        }
    }

    /** A task has so many sweeps under way, and looked at so many more records. */
    void swept(String task, int underWay, long records) {
        sweeps.set(task, underWay);
        swept.increment(records);
    }

    /** A task is no longer here. */
    void forget(String task) {
        sweeps.forget(task);
    }

    void rejected(String reason) {
        Objects.requireNonNull(rejected.get(reason)).increment();
    }
}

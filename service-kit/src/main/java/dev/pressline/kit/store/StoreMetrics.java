package dev.pressline.kit.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What operators see of the store, by operation: how long it takes to answer, and how often it
 * fails to. That there is no such object is an answer. Thread-safe.
 */
final class StoreMetrics {

    private static final Duration[] TIMES = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final Map<StoreOperation, Timer> requests = new EnumMap<>(StoreOperation.class);
    private final Map<StoreOperation, Counter> failures = new EnumMap<>(StoreOperation.class);

    StoreMetrics(MeterRegistry registry) {
        for (StoreOperation each : StoreOperation.values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            requests.put(
                    each,
                    Timer.builder("pressline.store.request")
                            .description("Time until the store answered")
                            .tag("operation", name)
                            .serviceLevelObjectives(TIMES)
                            .register(registry));
            failures.put(
                    each,
                    Counter.builder("pressline.store.failures")
                            .description("Requests that the store did not answer as it should")
                            .tag("operation", name)
                            .register(registry));
        }
    }

    void answered(StoreOperation operation, Duration elapsed) {
        Objects.requireNonNull(requests.get(operation)).record(elapsed);
    }

    void failed(StoreOperation operation) {
        Objects.requireNonNull(failures.get(operation)).increment();
    }
}

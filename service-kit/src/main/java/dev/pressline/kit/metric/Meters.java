package dev.pressline.kit.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The meters that every stage has, each with its name, its help and its labels in one place. No
 * label ever holds an account, an address or anything else from outside. Stateless.
 */
public final class Meters {

    /** The reason of a dead letter whose failure nobody classified. */
    public static final String UNKNOWN = "unknown";

    private static final String STAGE = "stage";
    private static final double NANOS = 1e9;

    /** Seconds; a minute, up to which an event is fresh, among them. */
    private static final int[] AGES = {1, 2, 5, 10, 20, 30, 45, 60, 90, 120, 300, 900, 3_600};

    /** Milliseconds. */
    private static final int[] TIMES = {
        5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 15_000, 60_000
    };

    private Meters() {}

    /** The counter of the records of a stage of which this became. */
    public static Counter events(MeterRegistry registry, String stage, String outcome) {
        return Counter.builder("pressline.events")
                .description("Records by what became of them")
                .tag(STAGE, stage)
                .tag("outcome", outcome)
                .register(registry);
    }

    /** The counter of the dead letters of a stage for this reason, from its closed set. */
    public static Counter deadLetters(MeterRegistry registry, String stage, String reason) {
        return Counter.builder("pressline.dead.letters")
                .description("Records that can never succeed, by class of failure and reason")
                .tag(STAGE, stage)
                .tag("class", reason.equals(UNKNOWN) ? UNKNOWN : "data")
                .tag("reason", reason)
                .register(registry);
    }

    /** The time that a stage takes for the records that it works on together. */
    public static Timer processing(MeterRegistry registry, String stage) {
        return Timer.builder("pressline.processing")
                .description(
                        "Time from taking records to having everything derived from them durable; in"
                                + " the index to having them taken in")
                .tag(STAGE, stage)
                .serviceLevelObjectives(
                        IntStream.of(TIMES).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
                .register(registry);
    }

    /** How old live events are when a stage is done with them. */
    public static Timer eventAge(MeterRegistry registry, String stage) {
        return Timer.builder("pressline.event.age")
                .description(
                        "Age of live events when the stage is done with them, from the time in their"
                                + " rev")
                .tag(STAGE, stage)
                .serviceLevelObjectives(
                        IntStream.of(AGES).mapToObj(Duration::ofSeconds).toArray(Duration[]::new))
                .register(registry);
    }

    /** How long the oldest record that a stage is not done with has been waiting. */
    public static void oldestUnprocessed(
            MeterRegistry registry, String stage, Supplier<Duration> age) {
        Gauge.builder("pressline.oldest.unprocessed", () -> age.get().toNanos() / NANOS)
                .baseUnit("seconds")
                .description(
                        "Time since the oldest record was accepted that the stage is not done with;"
                                + " zero when there is none")
                .tag(STAGE, stage)
                .register(registry);
    }
}

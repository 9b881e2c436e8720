package dev.pressline.kit.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StageMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StageMetrics metrics =
            new StageMetrics(registry, "test", List.of("not-json", "bad-rev", "unknown"));

    @Test
    void counters_ofANewStage_areAllThereAtZero() {
        assertThat(List.of("not-json", "bad-rev", StageLoop.UNKNOWN))
                .allMatch(reason -> deadLetters(reason) == 0);
        assertThat(registry.find("pressline.dead.letters").counters()).hasSize(3);
        assertThat(registry.get("pressline.events").tag("outcome", "handled").counter().count())
                .isZero();
        assertThat(
                        registry.get("pressline.events")
                                .tag("outcome", "infrastructure-failure")
                                .counter()
                                .count())
                .isZero();
        assertThat(registry.get("pressline.events.in.flight").gauge().value()).isZero();
    }

    @Test
    void labels_ofAllMeters_areOnlyStageOutcomeAndReason() {
        assertThat(registry.getMeters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getKey)
                .containsOnly("stage", "outcome", "reason");
    }

    @Test
    void rejected_ofAKnownReason_counts() {
        metrics.rejected("bad-rev");

        assertThat(deadLetters("bad-rev")).isEqualTo(1);
    }

    @Test
    void rejected_ofAReasonOutsideTheSet_failsLoudly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> metrics.rejected("surprise"))
                .withMessageContaining("surprise");
    }

    @Test
    void aged_eventFromAClockAhead_isOfNoAge() {
        // When
        metrics.aged(Duration.ofSeconds(-3));
        metrics.aged(Duration.ofSeconds(2));

        // Then
        Timer age = registry.get("pressline.event.age").timer();
        assertThat(age.count()).isEqualTo(2);
        assertThat(age.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void meters_ofAStage_sayWhatTheyCount() {
        assertThat(registry.getMeters())
                .filteredOn(meter -> meter.getId().getType() != Meter.Type.GAUGE)
                .allMatch(meter -> meter.getId().getDescription() != null);
    }

    private double deadLetters(String reason) {
        return registry.get("pressline.dead.letters").tag("reason", reason).counter().count();
    }
}

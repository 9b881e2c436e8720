package dev.pressline.kit.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pressline.contract.event.EnvelopeHeaders;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class StageMetricsTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StageMetrics metrics =
            new StageMetrics(
                    registry,
                    "test",
                    List.of("not-json", "bad-rev", "unknown"),
                    Clock.fixed(NOW, ZoneOffset.UTC));

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
        assertThat(meters())
                .flatExtracting(meter -> meter.getId().getTags())
                .extracting(Tag::getKey)
                .containsOnly("stage", "outcome", "class", "reason");
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
        metrics.aged(written("live", NOW.plusSeconds(3).toString()));
        metrics.aged(written("live", NOW.minusSeconds(2).toString()));

        // Then
        Timer age = registry.get("pressline.event.age").timer();
        assertThat(age.count()).isEqualTo(2);
        assertThat(age.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    }

    @Test
    void aged_eventThatWasNotLiveOrWithoutATime_isNotCounted() {
        // When
        metrics.aged(written("backfill", NOW.minusSeconds(2).toString()));
        metrics.aged(written("live", "yesterday"));
        metrics.aged(Stages.input("writer.example", 1));

        // Then
        assertThat(registry.get("pressline.event.age").timer().count()).isZero();
    }

    private static ConsumerRecord<String, byte[]> written(String origin, String time) {
        ConsumerRecord<String, byte[]> event = Stages.input("writer.example", 1);
        EnvelopeHeaders.add(event.headers(), "ce_origin", origin);
        EnvelopeHeaders.add(event.headers(), "ce_time", time);
        return event;
    }

    @Test
    void deadLetters_byReason_haveTheClassOfTheirFailure() {
        assertThat(classOf("bad-rev")).isEqualTo("data");
        assertThat(classOf(StageLoop.UNKNOWN)).isEqualTo("unknown");
    }

    private String classOf(String reason) {
        return String.valueOf(
                registry.get("pressline.dead.letters")
                        .tag("reason", reason)
                        .counter()
                        .getId()
                        .getTag("class"));
    }

    @Test
    void meters_ofAStage_sayWhatTheyCount() {
        assertThat(meters()).allMatch(meter -> meter.getId().getDescription() != null);
    }

    /** But for the buckets that this registry shows as meters of their own. */
    private List<Meter> meters() {
        return registry.getMeters().stream()
                .filter(meter -> !meter.getId().getName().endsWith(".histogram"))
                .toList();
    }

    private double deadLetters(String reason) {
        return registry.get("pressline.dead.letters").tag("reason", reason).counter().count();
    }
}

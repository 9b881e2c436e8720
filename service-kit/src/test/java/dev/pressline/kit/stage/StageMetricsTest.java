package dev.pressline.kit.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pressline.contract.event.EnvelopeHeaders;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exemplars.DefaultExemplarSampler;
import io.prometheus.client.exemplars.tracer.otel.OpenTelemetrySpanContextSupplier;
import io.prometheus.client.exporter.common.TextFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class StageMetricsTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER = "5bf92f3577b34da6a3ce929d0e0e4736";

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

    @Test
    void aged_tracedEvent_hasItsTraceBesideItsBucket() {
        // Given
        PrometheusMeterRegistry prometheus =
                new PrometheusMeterRegistry(
                        PrometheusConfig.DEFAULT,
                        new CollectorRegistry(),
                        io.micrometer.core.instrument.Clock.SYSTEM,
                        new DefaultExemplarSampler(new OpenTelemetrySpanContextSupplier()));
        StageMetrics traced =
                new StageMetrics(prometheus, "test", List.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        ConsumerRecord<String, byte[]> event = written("live", NOW.minusSeconds(7).toString());
        ConsumerRecord<String, byte[]> unsampled = written("live", NOW.minusSeconds(70).toString());
        EnvelopeHeaders.add(event.headers(), EnvelopeHeaders.TRACE, context(TRACE, "01"));
        EnvelopeHeaders.add(unsampled.headers(), EnvelopeHeaders.TRACE, context(OTHER, "00"));

        // When
        traced.aged(event);
        traced.aged(unsampled);

        // Then
        String shown = prometheus.scrape(TextFormat.CONTENT_TYPE_OPENMETRICS_100);
        assertThat(shown.lines())
                .filteredOn(line -> line.startsWith("pressline_event_age_seconds_bucket"))
                .filteredOn(line -> line.contains("trace_id=\"" + TRACE + '"'))
                .singleElement()
                .asString()
                .contains("le=\"10.0\"");
        assertThat(shown).doesNotContain(OTHER);
    }

    private static String context(String trace, String flags) {
        return "00-" + trace + "-00f067aa0ba902b7-" + flags;
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

package dev.pressline.kit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.trace.Traces;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageTracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Stages stage = Stages.acknowledging();
    private final Stages silent = Stages.silent();

    @BeforeEach
    void trace() {
        Traces traces =
                Traces.of(
                        SdkTracerProvider.builder()
                                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                                .build()
                                .get("test"));
        stage.traces = traces;
        silent.traces = traces;
    }

    private static ConsumerRecord<String, byte[]> traced(String context) {
        ConsumerRecord<String, byte[]> input = Stages.input("a.example", 7);
        EnvelopeHeaders.add(input.headers(), EnvelopeHeaders.TRACE, context);
        EnvelopeHeaders.add(input.headers(), "ce_rev", "3mf42slbt3g42");
        return input;
    }

    private static String sampled() {
        return "00-" + TRACE + '-' + SPAN + "-01";
    }

    @Test
    void record_thatIsTraced_isAStepOfItsTrace_andWhatComesOfItIsTheNext() {
        // When
        stage.loop(Stages::passOn).turn(List.of(traced(sampled())));

        // Then
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        SpanData step = spans.getFinishedSpanItems().getFirst();
        assertThat(step.getTraceId()).isEqualTo(TRACE);
        assertThat(step.getParentSpanId()).isEqualTo(SPAN);
        assertThat(step.getAttributes().get(AttributeKey.longKey("messaging.kafka.offset")))
                .isEqualTo(7);
        assertThat(EnvelopeHeaders.trace(stage.sent(Stages.OUTPUT).getFirst().headers()))
                .contains("00-" + TRACE + '-' + step.getSpanId() + "-01");
    }

    @Test
    void record_thatIsNotTracedOrNotSampledOrHasNoContext_isNoStep() {
        // When
        stage.loop(Stages::passOn)
                .turn(
                        List.of(
                                Stages.input("b.example", 1),
                                traced("00-" + TRACE + '-' + SPAN + "-00"),
                                traced("00-" + "0".repeat(32) + '-' + SPAN + "-01"),
                                traced("nonsense")));

        // Then
        assertThat(spans.getFinishedSpanItems()).isEmpty();
        assertThat(stage.sent(Stages.OUTPUT))
                .allMatch(event -> EnvelopeHeaders.trace(event.headers()).isEmpty());
    }

    @Test
    void record_whoseEventsTheBrokersDoNotHave_isNoStepYet() throws InterruptedException {
        // When
        Thread turning =
                Thread.ofVirtual()
                        .start(() -> silent.loop(Stages::passOn).turn(List.of(traced(sampled()))));
        while (silent.kafka.history().isEmpty()) {
            Thread.onSpinWait();
        }

        // Then
        assertThat(spans.getFinishedSpanItems()).isEmpty();
        silent.kafka.completeNext();
        turning.join();
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
    }

    @Test
    void record_thatIsRejected_isAStepThatSaysWhy_andSoDoesItsDeadLetter() {
        // When
        stage.loop(
                        input -> {
                            throw new RejectedException("bad-record", "no");
                        })
                .turn(List.of(traced(sampled())));

        // Then
        SpanData step = spans.getFinishedSpanItems().getFirst();
        assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(step.getStatus().getDescription()).isEqualTo("bad-record");
        assertThat(EnvelopeHeaders.trace(stage.sent(Stages.DEAD_LETTERS).getFirst().headers()))
                .contains("00-" + TRACE + '-' + step.getSpanId() + "-01");
    }

    @Test
    void log_whileARecordIsHandled_namesIt_andNoLonger() {
        // Given
        List<Map<String, Object>> seen = Collections.synchronizedList(new ArrayList<>());

        // When
        stage.loop(
                        input -> {
                            seen.add(Map.copyOf(MDC.getMap()));
                            return Stages.passOn(input);
                        })
                .turn(List.of(traced(sampled()), Stages.input("a.example", 8)));

        // Then
        assertThat(seen.getFirst())
                .containsEntry("atUri", "at://did:web:a.example/site.standard.document/7")
                .containsEntry("rev", "3mf42slbt3g42")
                .containsEntry("topic", Stages.INPUT)
                .containsEntry("partition", "3")
                .containsEntry("offset", "7")
                .containsEntry("traceId", TRACE);
        assertThat(seen.getLast()).containsEntry("offset", "8").doesNotContainKey("traceId");
    }
}

package dev.pressline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Topics;
import dev.pressline.ingest.Bench;
import dev.pressline.ingest.row.RefusedSubjects;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.PushSource;
import dev.pressline.kit.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String URI =
            "at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.document/3mf42slbt3g42";

    private final Bench bench = new Bench();
    private final RowParser parser =
            new RowParser(new WantedCollections(List.of("site.standard.*")));
    private final Intake pushed = bench.intakes.open(new PushSource(Origin.PUSH, "me"));
    private final Intake imported = bench.intakes.open(new PushSource(Origin.IMPORT, "a b.json"));

    private boolean take(Intake intake, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return intake.take(1, parser.parse(bytes, NOW), bytes);
    }

    @Test
    void record_flushed_isPublishedWithItsEnvelopeAndBytes() {
        // Given
        String record = "{ \"title\" : \"T\" }";
        String row = "{\"uri\":\"%s\",\"rev\":\"3mf42slbt3g42\",\"record\":%s}";

        // When
        take(imported, row.formatted(URI, record));
        imported.flush();

        // Then
        ProducerRecord<String, byte[]> event = bench.sent(Topics.RAW).getFirst();
        assertThat(event.key()).isEqualTo(URI);
        assertThat(Bench.text(event)).isEqualTo(record);
        assertThat(Bench.header(event, "ce_rev")).isEqualTo("3mf42slbt3g42");
        assertThat(Bench.header(event, "ce_op")).isEqualTo("put");
        assertThat(Bench.header(event, "ce_origin")).isEqualTo("import");
        assertThat(Bench.header(event, "ce_source")).isEqualTo("urn:pressline:import:a%20b.json");
        assertThat(Bench.header(event, "ce_verified")).isEqualTo("none");
        assertThat(Bench.header(event, "ce_time")).isEqualTo("2026-02-18T02:46:15.211052Z");
        assertThat(Bench.header(event, "ce_cid")).startsWith("bafyrei");
    }

    @Test
    void delete_flushed_isATombstone() {
        // When
        take(pushed, "{\"uri\":\"%s\",\"rev\":\"3mf42slbt3g42\",\"record\":null}".formatted(URI));
        pushed.flush();

        // Then
        ProducerRecord<String, byte[]> event = bench.sent(Topics.RAW).getFirst();
        assertThat(event.value()).isNull();
        assertThat(Bench.header(event, "ce_op")).isEqualTo("delete");
        assertThat(Bench.header(event, "ce_cid")).isEmpty();
    }

    @Test
    void record_thatIsRefusedHere_isLeftOutWhoeverSendsIt() {
        // Given
        Intake refusing =
                TestIntakes.of(
                                bench.producer,
                                bench.known,
                                bench.registry,
                                Traces.OFF,
                                RefusedSubjects.parse(List.of(URI)))
                        .open(new PushSource(Origin.PUSH, "me"));

        // When
        take(refusing, "{\"uri\":\"%s\",\"rev\":\"3mf42slbt3g42\",\"record\":{}}".formatted(URI));
        take(refusing, "{\"uri\":\"%s\",\"rev\":\"3mf42slbt3g42\",\"record\":null}".formatted(URI));
        refusing.flush();

        // Then
        assertThat(bench.kafka.history()).isEmpty();
        assertThat(refusing.tally().skipped()).isEqualTo(2);
        assertThat(bench.count("pressline.events", "outcome", "refused")).isEqualTo(2);
        assertThat(bench.count("pressline.events", "outcome", "put")).isZero();
    }

    @Test
    void rejected_fromAnImport_isDeadLetteredWholeWithItsCause() {
        // When
        take(imported, "nonsense");
        imported.flush();

        // Then
        ProducerRecord<String, byte[]> letter = bench.deadLetters().getFirst();
        assertThat(Bench.text(letter)).isEqualTo("nonsense");
        assertThat(letter.key()).startsWith("urn:pressline:import:a%20b.json#");
        assertThat(Bench.header(letter, "dead-letter-reason")).isEqualTo("not-json");
        assertThat(Bench.header(letter, "pressline_version")).isEqualTo("1.0");
        assertThat(Bench.header(letter, "pressline_truncated")).isEqualTo("false");
        assertThat(imported.tally().deadLettered()).isEqualTo(1);
        assertThat(bench.count("pressline.dead.letters", "reason", "not-json")).isEqualTo(1);
    }

    @Test
    void rejected_fromAPush_isReportedOnly() {
        // When
        take(pushed, "nonsense");
        pushed.flush();

        // Then
        assertThat(bench.kafka.history()).isEmpty();
        assertThat(pushed.tally().deadLettered()).isZero();
        assertThat(pushed.tally().described()).hasSize(1);
        assertThat(bench.count("pressline.dead.letters", "reason", "not-json")).isZero();
        assertThat(bench.count("pressline.events", "outcome", "not-json")).isEqualTo(1);
    }

    @Test
    void rejected_among_others_leavesItsNeighboursUntouched() {
        // When
        take(imported, "{\"title\":\"a\"}");
        take(imported, "{");
        take(imported, "{\"title\":\"b\"}");
        imported.flush();

        // Then
        assertThat(bench.sent(Topics.RAW)).hasSize(2);
        assertThat(bench.deadLetters()).hasSize(1);
    }

    @Test
    void rejected_byTheThousand_areCountedAndTheFirstHundredDescribed() {
        // When
        for (int i = 0; i < 1_000; i++) {
            take(pushed, "{");
        }

        // Then
        assertThat(pushed.tally().rejected()).isEqualTo(1_000);
        assertThat(pushed.tally().described()).hasSize(100);
    }

    @Test
    void batch_full_isPublishedBeforeTheEnd() {
        // When
        boolean last = false;
        for (int i = 0; i < 200; i++) {
            assertThat(last).isFalse();
            last = take(pushed, "{\"title\":\"" + i + "\"}");
        }

        // Then
        assertThat(last).isTrue();
        assertThat(bench.sent(Topics.RAW)).hasSize(200);
    }

    @Test
    void batch_ofLargeRows_isPublishedByItsBytes() {
        // Given
        String large = "{\"title\":\"" + "x".repeat(800_000) + "\"}";

        // When
        int taken = 1;
        while (!take(pushed, large)) {
            taken++;
        }

        // Then
        assertThat(taken).isEqualTo(11);
    }

    @Test
    void counters_beforeAnything_areThereAtZero() {
        for (RejectionReason reason : RejectionReason.values()) {
            assertThat(bench.count("pressline.events", "outcome", reason.label())).isZero();
            assertThat(bench.count("pressline.dead.letters", "reason", reason.label())).isZero();
        }
        assertThat(bench.count("pressline.events", "outcome", "put")).isZero();
        assertThat(bench.count("pressline.cid.checks", "outcome", "differs")).isZero();
    }

    @Test
    void cid_thatDiffers_isCounted() {
        // When
        Row row =
                parser.parse(
                        "{\"uri\":\"%s\",\"cid\":\"x\",\"record\":{}}"
                                .formatted(URI)
                                .getBytes(StandardCharsets.UTF_8),
                        NOW);
        pushed.take(1, row, new byte[0]);

        // Then
        assertThat(bench.count("pressline.cid.checks", "outcome", "differs")).isEqualTo(1);
    }

    @Test
    void record_thatIsSampled_isTheFirstStepOfATrace_whichItsEventTells() {
        // Given
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        Intake traced = traced(spans, Sampler.alwaysOn());

        // When
        take(traced, "{\"uri\":\"%s\",\"rev\":\"3mf42slbt3g42\",\"record\":{}}".formatted(URI));
        assertThat(spans.getFinishedSpanItems()).isEmpty();
        traced.flush();

        // Then
        SpanData step = spans.getFinishedSpanItems().getFirst();
        assertThat(step.getParentSpanContext().isValid()).isFalse();
        assertThat(Bench.header(bench.sent(Topics.RAW).getFirst(), "traceparent"))
                .isEqualTo("00-" + step.getTraceId() + '-' + step.getSpanId() + "-01");
    }

    @Test
    void record_thatIsNotSampled_tellsOfNoTrace() {
        // Given
        Intake traced = traced(InMemorySpanExporter.create(), Sampler.alwaysOff());

        // When
        take(traced, "{\"uri\":\"%s\",\"rev\":\"3mf42slbt3g42\",\"record\":{}}".formatted(URI));
        traced.flush();

        // Then
        assertThat(Bench.header(bench.sent(Topics.RAW).getFirst(), "traceparent")).isEmpty();
    }

    private Intake traced(InMemorySpanExporter spans, Sampler sampler) {
        SdkTracerProvider provider =
                SdkTracerProvider.builder()
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build();
        return TestIntakes.of(
                        bench.producer,
                        bench.known,
                        new SimpleMeterRegistry(),
                        Traces.of(provider.get("test")))
                .open(new PushSource(Origin.PUSH, "me"));
    }
}

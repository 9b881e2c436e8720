package dev.pressline.testing.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.local.pipeline.Service;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A live source before a pipeline and a collector of traces behind it, and what both and the
 * metrics show of a document. Not thread-safe.
 */
final class Signals implements AutoCloseable {

    private static final String DID = "did:web:live.invalid";
    private static final String URI = "at://" + DID + "/site.standard.document/fresh";
    private static final String FOLDER = "document/" + DID + "/fresh/";
    private static final List<String> STAGES =
            List.of("ingest", "normalize", "render-index", "render-press");

    private final FakeJetstream jetstream;
    private final FakeCollector collector;

    private Signals(FakeJetstream jetstream, FakeCollector collector) {
        this.jetstream = jetstream;
        this.collector = collector;
    }

    static Signals start() throws IOException {
        return new Signals(FakeJetstream.start(), FakeCollector.start());
    }

    /** What services need to read the source and to be traced, every record. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(collector.settings());
        settings.put("PRESSLINE_INGEST_SOURCES_NETWORK_KIND", "jetstream");
        settings.put("PRESSLINE_INGEST_SOURCES_NETWORK_URL", jetstream.url());
        return settings;
    }

    /** Asserts that everything is there before anything has happened, and says so. */
    static void assertThereAtZero(Scrape scrape) {
        assertThat(scrape.named("pressline_build_info"))
                .extracting(each -> each.labels().get("application"))
                .containsOnly("ingest-service", "normalize-service", "render-service");
        for (String stage : STAGES) {
            for (String name :
                    List.of(
                            "pressline_events_total",
                            "pressline_dead_letters_total",
                            "pressline_processing_seconds_count",
                            "pressline_oldest_unprocessed_seconds")) {
                assertThat(scrape.named(name))
                        .as(name + " of " + stage)
                        .anyMatch(each -> stage.equals(each.labels().get("stage")));
                assertThat(scrape.sum(name, "stage", stage)).as(name + " of " + stage).isZero();
            }
        }
        for (String name :
                List.of(
                        "pressline_event_age_seconds_count",
                        "pressline_stale_dropped_total",
                        "pressline_blob_bytes_total",
                        "pressline_source_messages_total")) {
            assertThat(scrape.named(name)).as(name).isNotEmpty();
            assertThat(scrape.sum(name, "generation", "first")).as(name).isZero();
        }
        assertThat(Observability.queries())
                .flatExtracting(query -> Observability.missing(query, scrape))
                .filteredOn(missing -> missing.contains("pressline_"))
                .isEmpty();
    }

    /** Says that a document was written now, and waits until everything of it is done. */
    void publish(RunningPipeline pipeline) {
        Tid rev = Tid.of(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), 0);
        jetstream.create(DID, "fresh", rev.value());
        pipeline.await(
                "the page of a live document",
                () ->
                        Optional.of(pipeline.get("/" + FOLDER))
                                .filter(page -> page.statusCode() == 200));
        pipeline.awaitQuiet();
    }

    /** Asserts that each stage that has ages has counted the document once. */
    static void assertCounted(Scrape scrape) {
        for (String stage : List.of("ingest", "normalize", "render-press")) {
            assertThat(scrape.sum("pressline_event_age_seconds_count", "stage", stage))
                    .as(stage)
                    .isEqualTo(1);
        }
        assertThat(scrape.sum("pressline_event_age_seconds_sum", "stage", "render-press"))
                .isBetween(0.0, 120.0);
    }

    /** Asserts that the trace of the document leads over all topics, and that it was collected. */
    void assertTraced(RunningPipeline pipeline) {
        List<String[]> steps = new ArrayList<>();
        steps.add(context(pipeline, Topics.RAW, URI));
        steps.add(context(pipeline, Topics.NORMALIZED, URI));
        steps.add(context(pipeline, Topics.JOBS, FOLDER));
        steps.add(context(pipeline, Topics.RENDERED, FOLDER + "index.html"));
        assertThat(steps).extracting(step -> step[1]).containsOnly(steps.getFirst()[1]);
        assertThat(steps).extracting(step -> step[2]).doesNotHaveDuplicates();
        List<String> services =
                List.of("ingest-service", "normalize-service", "render-service", "render-service");
        for (int step = 0; step < steps.size(); step++) {
            awaitCollected(pipeline, services.get(step), steps.get(step));
        }
        assertThat(pipeline.openMetrics(Service.RENDER).lines())
                .filteredOn(line -> line.startsWith("pressline_event_age_seconds_bucket"))
                .anyMatch(line -> line.contains("trace_id=\"" + steps.getFirst()[1] + '"'));
    }

    /** The parts of the trace context of the first event with a key. */
    private static String[] context(RunningPipeline pipeline, String topic, String key) {
        return pipeline.events(List.of(topic)).stream()
                .filter(event -> key.equals(event.key()))
                .flatMap(event -> EnvelopeHeaders.trace(event.headers()).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no trace on " + topic))
                .split("-");
    }

    private void awaitCollected(RunningPipeline pipeline, String service, String[] context) {
        pipeline.await(
                "what " + service + " tells the collector",
                () ->
                        collector.has(service, context[1], context[2])
                                ? Optional.of(true)
                                : Optional.empty());
    }

    @Override
    public void close() {
        jetstream.close();
        collector.close();
    }
}

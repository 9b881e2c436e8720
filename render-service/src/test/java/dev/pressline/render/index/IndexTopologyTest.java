package dev.pressline.render.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.pressline.contract.Schemas;
import dev.pressline.contract.document.Certainty;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.trace.Traces;
import dev.pressline.render.defect.Defect;
import dev.pressline.render.defect.Publisher;
import dev.pressline.render.job.Departure;
import dev.pressline.render.job.DirectoryEntry;
import dev.pressline.render.job.DirectoryKey;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.JobEvents;
import dev.pressline.render.job.Membership;
import dev.pressline.render.job.MembershipKey;
import dev.pressline.render.job.PressProgress;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.state.KeptStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minio.MinioAsyncClient;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTopologyTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final Instant WRITTEN = Instant.parse("2026-03-01T11:59:58Z");

    private static final ObjectStore NO_STORE =
            new ObjectStore(
                    MinioAsyncClient.builder().endpoint("http://127.0.0.1:9").build(),
                    new SimpleMeterRegistry());

    @TempDir Path state;

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final SdkTracerProvider tracing =
            SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();

    private TopologyTestDriver driver;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private TestInputTopic<String, byte[]> normalized;
    private TestInputTopic<String, byte[]> memberships;
    private TestOutputTopic<String, byte[]> jobs;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), properties(), now);
        normalized =
                driver.createInputTopic(
                        Topics.NORMALIZED, new StringSerializer(), new ByteArraySerializer());
        memberships =
                driver.createInputTopic(
                        Topics.FEEDS, new StringSerializer(), new ByteArraySerializer());
        jobs =
                driver.createOutputTopic(
                        Topics.JOBS, new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters =
                driver.createOutputTopic(
                        Topics.deadLetters(Topics.NORMALIZED, "render-index"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private Topology topology() {
        PendingWork pending = new PendingWork();
        PressProgress neverStill = new PressProgress(() -> Long.MAX_VALUE);
        return IndexTopology.build(
                Generation.FIRST,
                new IndexProcessor.Surroundings(
                        new LargeValues(NO_STORE, "unused"),
                        pending,
                        new IndexMetrics(new SimpleMeterRegistry(), pending),
                        Traces.of(tracing.get("test")),
                        new LoopMonitor().loop("index"),
                        new Pace.Waits(
                                Duration.ofMillis(250),
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(1)),
                        new Lateness(Duration.ofMinutes(1)),
                        new Stillness(neverStill),
                        neverStill),
                new KeptStores(Clock.systemUTC()));
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "render-index");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return properties;
    }

    private static Headers headers(EventKey key, int rev, Operation operation) {
        return EnvelopeHeaders.write(
                new Envelope(
                        EventType.NORMALIZED,
                        "urn:test",
                        key,
                        Fixtures.rev(rev),
                        Optional.empty(),
                        operation,
                        Origin.LIVE,
                        Verification.NONE,
                        Optional.empty(),
                        Optional.empty()));
    }

    private void list(int number, String rule) {
        Document document =
                Fixtures.withRepairs(
                        Fixtures.document(number, 1, "Title"),
                        List.of(
                                new Repair(
                                        "/title",
                                        rule,
                                        1,
                                        Certainty.CERTAIN,
                                        TextNode.valueOf("worn"),
                                        TextNode.valueOf("mended"))));
        Item item = new Item(ListingEntry.of(document, Optional.empty()), "0".repeat(64));
        memberships.pipeInput(
                MembershipKey.front(document.uri()).text(),
                ContractJson.write(Membership.class, new Membership(item, Defect.of(document))));
    }

    private void send(int number, int rev) {
        EventKey key = new EventKey.OfRecord(Fixtures.documentUri(number));
        byte[] value = ContractJson.write(Fixtures.document(number, rev, "Title " + rev));
        normalized.pipeInput(
                new TestRecord<>(key.text(), value, headers(key, rev, Operation.PUT), now));
    }

    /** Time in which the index has nothing to do. */
    private void pause() {
        for (int look = 0; look < 2; look++) {
            driver.advanceWallClockTime(Duration.ofMillis(300));
            now = now.plusMillis(300);
        }
    }

    private List<PrintJob> jobs() {
        return jobs.readValuesToList().stream()
                .map(value -> ContractJson.read(PrintJob.class, value))
                .toList();
    }

    @Test
    void document_afterAPause_isPrintedAtOnce_andWhatSharesItAtTheNextLook() {
        // Given
        pause();

        // When
        send(1, 1);
        List<PrintJob> atOnce = jobs();
        driver.advanceWallClockTime(Duration.ofMillis(300));

        // Then
        assertThat(atOnce).singleElement().isInstanceOf(PrintJob.PrintDocument.class);
        assertThat(jobs())
                .hasAtLeastOneElementOfType(PrintJob.PrintChannel.class)
                .doesNotHaveAnyElementsOfTypes(PrintJob.PrintDocument.class);
    }

    private void sendWritten(int number, int rev, String title) {
        EventKey key = new EventKey.OfRecord(Fixtures.documentUri(number));
        Headers headers = headers(key, rev, Operation.PUT);
        EnvelopeHeaders.add(headers, "ce_time", WRITTEN.toString());
        byte[] value = ContractJson.write(Fixtures.document(number, rev, title));
        normalized.pipeInput(new TestRecord<>(key.text(), value, headers, now));
    }

    private Optional<Instant> liveSinceOfItsJob(int number) {
        String key = ObjectKeys.document(Fixtures.documentUri(number));
        return jobs.readRecordsToList().stream()
                .filter(job -> job.key().equals(key))
                .map(job -> EnvelopeHeaders.liveSince(job.headers()))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void job_ofALiveEvent_saysWhenItsRecordWasWritten_andThatOfALaterLookDoesNot() {
        // Given
        pause();

        // When
        sendWritten(1, 1, "Title");

        // Then
        assertThat(liveSinceOfItsJob(1)).contains(WRITTEN);
        sendWritten(1, 1, "Title, looked at again");
        pause();
        assertThat(liveSinceOfItsJob(1)).isEmpty();
        sendWritten(1, 2, "Title, edited");
        pause();
        assertThat(liveSinceOfItsJob(1)).contains(WRITTEN);
    }

    @Test
    void trace_ofAnEvent_goesOnInItsJob_byWayOfAStepThatEndsWithIt() {
        // Given
        EventKey key = new EventKey.OfRecord(Fixtures.documentUri(1));
        Headers headers = headers(key, 1, Operation.PUT);
        EnvelopeHeaders.add(headers, EnvelopeHeaders.TRACE, "00-" + TRACE + '-' + SPAN + "-01");
        byte[] value = ContractJson.write(Fixtures.document(1, 1, "Title"));

        // When
        normalized.pipeInput(new TestRecord<>(key.text(), value, headers, now));
        pause();

        // Then
        SpanData step = spans.getFinishedSpanItems().getFirst();
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        assertThat(step.getTraceId()).isEqualTo(TRACE);
        assertThat(step.getParentSpanId()).isEqualTo(SPAN);
        assertThat(jobs.readRecordsToList())
                .flatExtracting(job -> EnvelopeHeaders.trace(job.headers()).stream().toList())
                .containsExactly("00-" + TRACE + '-' + step.getSpanId() + "-01");
    }

    @Test
    void documents_closeBehindAnother_waitForTheNextLook() {
        // Given
        pause();
        send(1, 1);
        jobs();

        // When
        send(2, 1);

        // Then
        assertThat(jobs()).isEmpty();
        driver.advanceWallClockTime(Duration.ofMillis(300));
        assertThat(jobs()).hasAtLeastOneElementOfType(PrintJob.PrintDocument.class);
    }

    @Test
    void jobs_ofADocument_areWhatTheirSchemasSay() {
        // Given
        send(1, 1);

        // When
        driver.advanceWallClockTime(Duration.ofMillis(300));

        // Then
        assertThat(jobs.readRecordsToList())
                .isNotEmpty()
                .allSatisfy(
                        job -> {
                            assertThat(Schemas.faults(EventType.JOB, job.value())).isEmpty();
                            assertThat(EnvelopeHeaders.text(job.headers(), "ce_dataschema"))
                                    .contains(EventType.JOB.dataSchema());
                            assertThat(EnvelopeHeaders.text(job.headers(), "ce_subject"))
                                    .contains(job.key());
                        });
    }

    @Test
    void tombstone_afterTheInterval_becomesARemoval() {
        // Given
        send(1, 1);
        EventKey key = new EventKey.OfRecord(Fixtures.documentUri(1));

        // When
        normalized.pipeInput(new TestRecord<>(key.text(), null, headers(key, 2, Operation.DELETE)));
        driver.advanceWallClockTime(Duration.ofMillis(300));

        // Then
        assertThat(jobs())
                .contains(
                        new PrintJob.RemoveDocument(
                                Fixtures.documentUri(1),
                                true,
                                Optional.of(new Departure(Fixtures.rev(2), List.of()))));
    }

    @Test
    void subscription_toAPublicationOfTheDirectory_isListedAsTheContractSays() {
        // Given
        AtUri uri = AtUri.parse("at://" + Fixtures.DID + "/site.standard.graph.subscription/s");
        DirectoryEntry entry =
                new DirectoryEntry(
                        Fixtures.PUBLICATION, "The Paper", Optional.empty(), Fixtures.rev(1));
        memberships.pipeInput(
                new DirectoryKey(ObjectKeys.publication(entry.uri())).text(),
                ContractJson.write(DirectoryEntry.class, entry));

        // When
        EventKey key = new EventKey.OfRecord(uri);
        byte[] value =
                ContractJson.write(
                        new Subscription(
                                uri,
                                Optional.empty(),
                                Fixtures.rev(2),
                                Optional.of(entry.uri()),
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Map.of()));
        normalized.pipeInput(
                new TestRecord<>(key.text(), value, headers(key, 2, Operation.PUT), now));
        pause();

        // Then
        PrintJob printed =
                new PrintJob.PrintSubscriptions(
                        Fixtures.DID, List.of(entry), Fixtures.rev(2), false);
        assertThat(Schemas.faults(EventType.JOB, JobEvents.value(printed))).isEmpty();
        assertThat(jobs()).contains(printed);

        // When
        normalized.pipeInput(new TestRecord<>(key.text(), null, headers(key, 3, Operation.DELETE)));
        pause();

        // Then
        assertThat(jobs()).containsExactly(new PrintJob.RemoveSubscriptions(Fixtures.DID));
    }

    @Test
    void listedDocument_withDefects_isReportedUntilItIsNoLongerListed() {
        // Given
        list(1, "mojibake");
        driver.advanceWallClockTime(Duration.ofMillis(300));
        List<PrintJob> printed = jobs();

        // When
        memberships.pipeInput(MembershipKey.front(Fixtures.documentUri(1)).text(), null);
        driver.advanceWallClockTime(Duration.ofMillis(300));

        // Then
        Publisher account = new Publisher.OfAccount(Fixtures.DID);
        Publisher all = new Publisher.Everybody();
        assertThat(printed)
                .filteredOn(PrintJob.PrintReport.class::isInstance)
                .extracting(PrintJob::folder)
                .containsExactlyInAnyOrder(account.folder(), all.folder());
        assertThat(jobs())
                .contains(new PrintJob.RemoveReport(account), new PrintJob.RemoveReport(all));
    }

    @Test
    void listedDocument_withATag_isInItsChannelUntilItIsNoLongerListed() {
        // Given
        Document document = Fixtures.tagged(Fixtures.document(1, 1, "Title"), List.of("Sea Level"));
        Item item = new Item(ListingEntry.of(document, Optional.empty()), "0".repeat(64));
        String key = MembershipKey.front(document.uri()).text();
        String tag = ObjectKeys.tag("sea level");

        // When
        memberships.pipeInput(
                key, ContractJson.write(Membership.class, new Membership(item, List.of())));
        driver.advanceWallClockTime(Duration.ofMillis(300));
        List<PrintJob> printed = jobs();
        memberships.pipeInput(key, null);
        driver.advanceWallClockTime(Duration.ofMillis(300));

        // Then
        assertThat(printed)
                .filteredOn(job -> job.folder().equals(tag))
                .singleElement()
                .isInstanceOf(PrintJob.PrintChannel.class);
        assertThat(jobs()).contains(new PrintJob.RemoveChannel(tag, false));
    }

    @Test
    void poison_amongGoodEvents_isDeadLetteredAloneWithItsBytes() {
        // Given
        byte[] poison = "{not json".getBytes(StandardCharsets.UTF_8);
        EventKey key = new EventKey.OfRecord(Fixtures.documentUri(7));

        // When
        normalized.pipeInput(new TestRecord<>(key.text(), poison, headers(key, 1, Operation.PUT)));
        normalized.pipeInput(new TestRecord<>("no key", poison, new RecordHeaders()));
        send(1, 1);
        driver.advanceWallClockTime(Duration.ofMillis(300));

        // Then
        assertThat(deadLetters.readRecordsToList())
                .extracting(
                        record ->
                                EnvelopeHeaders.text(record.headers(), "dead-letter-reason")
                                        .orElse(""))
                .containsExactly(IndexMetrics.UNREADABLE_VALUE, IndexMetrics.INVALID_ENVELOPE);
        assertThat(jobs()).hasAtLeastOneElementOfType(PrintJob.PrintDocument.class);
    }
}

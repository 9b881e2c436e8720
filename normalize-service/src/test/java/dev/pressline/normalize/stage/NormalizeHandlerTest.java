package dev.pressline.normalize.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.normalize.blob.BlobSamples;
import dev.pressline.normalize.blob.BlobServer;
import dev.pressline.normalize.blob.FakeServer;
import dev.pressline.normalize.event.Look;
import dev.pressline.normalize.event.NormalizedEvents;
import dev.pressline.normalize.event.Outlook;
import dev.pressline.normalize.event.TestEvents;
import dev.pressline.normalize.lookup.HandleState;
import dev.pressline.normalize.pending.Handled;
import dev.pressline.normalize.pending.OwnedPartition;
import dev.pressline.normalize.pending.Pauses;
import dev.pressline.normalize.pending.PendingDocuments;
import dev.pressline.normalize.pending.PendingLimits;
import dev.pressline.normalize.verification.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The handler on a partition that is not owned, so that it notes all it knows. */
class NormalizeHandlerTest {

    private static final byte[] PICTURE = BlobSamples.picture();
    private static final String DOCUMENT = "site.standard.document/one";

    @TempDir Path spools;

    private TestEvents events;
    private NormalizeHandler handler;

    @BeforeEach
    void start() throws IOException {
        events = new TestEvents(spools);
        events.server.behaviour = FakeServer.giving(PICTURE);
        handler =
                handler(
                        new PendingDocuments(
                                new PendingLimits(10, 10),
                                new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(1)),
                                Clock.systemUTC()));
    }

    private NormalizeHandler handler(PendingDocuments pending) {
        return new NormalizeHandler(
                events.events,
                new PartJoins(
                        events.parts,
                        events.events,
                        events.largeValues,
                        (partition, offset) -> Optional.empty()),
                pending);
    }

    @AfterEach
    void stop() {
        events.close();
    }

    /** Pending documents that own the partition of the tests' records. */
    private static PendingDocuments owned() {
        return OwnedPartition.of(
                TestEvents.PARTITION, new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    private static JsonNode json(byte[] bytes) throws IOException {
        return ContractJson.mapper().readTree(bytes);
    }

    private static List<String> topics(List<ProducerRecord<String, byte[]>> events) {
        return events.stream().map(ProducerRecord::topic).toList();
    }

    @Test
    void document_handled_isItsEventWithTheBlobStored() throws IOException {
        // When
        ConsumerRecord<String, byte[]> raw = TestEvents.document("one", 5, PICTURE);
        List<ProducerRecord<String, byte[]>> derived = handler.handle(raw);

        // Then
        assertThat(topics(derived)).containsExactly(Topics.NORMALIZED, Topics.PENDING);
        ProducerRecord<String, byte[]> event = derived.getFirst();
        assertThat(event.key()).isEqualTo(raw.key());
        assertThat(EnvelopeHeaders.text(event.headers(), "ce_type"))
                .contains("dev.pressline.normalized");
        assertThat(EnvelopeHeaders.text(event.headers(), "ce_rev"))
                .contains(TestEvents.rev(5).value());
        assertThat(json(event.value()).at("/coverImage/state").asText()).isEqualTo("stored");
        assertThat(json(event.value()).at("/coverImage/mimeType").asText()).isEqualTo("image/png");
        assertThat(derived.getLast().value()).isNull();
    }

    @Test
    void event_ofARawRecord_bearsItsTimestamp() {
        // When
        ProducerRecord<String, byte[]> event =
                handler.handle(TestEvents.document("one", 5, PICTURE)).getFirst();

        // Then
        assertThat(event.timestamp()).isEqualTo(TestEvents.ACCEPTED_AT);
    }

    @Test
    void event_ofARawRecordWithoutTimestamp_isStampedWhenItIsSent() {
        // Given
        ConsumerRecord<String, byte[]> known = TestEvents.raw(DOCUMENT, TestEvents.rev(5), null);

        // When
        ConsumerRecord<String, byte[]> raw =
                TestEvents.raw(known.key(), null, known.headers(), ConsumerRecord.NO_TIMESTAMP);
        ProducerRecord<String, byte[]> event = handler.handle(raw).getFirst();

        // Then
        assertThat(event.timestamp()).isNull();
    }

    @Test
    void document_whoseBlobIsPending_isOutWithANoteBehindIt() throws IOException {
        // Given
        events.server.behaviour = (cid, sink) -> new BlobServer.Answer.Unavailable("down");

        // When
        List<ProducerRecord<String, byte[]>> derived =
                handler.handle(TestEvents.document("one", 5, PICTURE));

        // Then
        assertThat(json(derived.getFirst().value()).at("/coverImage/state").asText())
                .isEqualTo("pending");
        ProducerRecord<String, byte[]> note = derived.getLast();
        assertThat(note.topic()).isEqualTo(Topics.PENDING);
        assertThat(note.partition()).isEqualTo(TestEvents.PARTITION);
        assertThat(json(note.value()).path("offset").asLong()).isEqualTo(9);
    }

    @Test
    void publication_whoseIconIsThere_isItsEventWithTheIconStored() throws IOException {
        // Given
        String publication =
                """
                {"$type":"site.standard.publication","url":"https://a.example","name":"A",
                 "icon":{"$type":"blob","ref":{"$link":"%s"},"mimeType":"image/png","size":1}}
                """
                        .formatted(BlobSamples.cid(PICTURE));

        // When
        List<ProducerRecord<String, byte[]>> derived =
                handler.handle(
                        TestEvents.raw(
                                "site.standard.publication/p", TestEvents.rev(1), publication));

        // Then
        assertThat(json(derived.getFirst().value()).at("/icon/state").asText()).isEqualTo("stored");
    }

    @Test
    void document_ofAnAccountWhoseHandleIsProven_namesIt() throws IOException {
        // Given
        events.network.answer = new HandleState.Proven(Handle.parse("alice.example.com"));

        // When
        List<ProducerRecord<String, byte[]>> derived =
                handler.handle(TestEvents.document("one", 5, PICTURE));

        // Then
        assertThat(json(derived.getFirst().value()).at("/authors/0/handle").asText())
                .isEqualTo("alice.example.com");
    }

    @Test
    void document_whoseHandleNobodyKnowsYet_isOutWithoutItAndNoted() throws IOException {
        // Given
        events.network.answer = new HandleState.Unknown();

        // When
        List<ProducerRecord<String, byte[]>> derived =
                handler.handle(TestEvents.document("one", 5, PICTURE));

        // Then
        assertThat(json(derived.getFirst().value()).at("/authors/0/handle").isNull()).isTrue();
        assertThat(json(derived.getLast().value()).path("rev").asText())
                .isEqualTo(TestEvents.rev(5).value());
    }

    @Test
    void account_handled_looksUpItsHandleAnewEachTime() throws IOException {
        // Given
        ConsumerRecord<String, byte[]> account = TestEvents.account(5, "{\"active\":true}");
        events.network.answer = new HandleState.Proven(Handle.parse("old.example.com"));
        handler.handle(account);
        events.network.answer = new HandleState.NotProven();

        // When
        List<ProducerRecord<String, byte[]>> derived = handler.handle(account);

        // Then
        assertThat(json(derived.getFirst().value()).path("handle").asText())
                .isEqualTo("handle.invalid");
        assertThat(events.network.asked).hasValue(2);
    }

    @Test
    void publication_handled_asksNoSiteAndIsNoted() throws IOException {
        // When
        List<ProducerRecord<String, byte[]>> derived =
                handler.handle(TestEvents.publication(5, "https://a.example"));

        // Then
        assertThat(json(derived.getFirst().value()).path("verification").asText())
                .isEqualTo("unverified");
        assertThat(json(derived.getLast().value()).at("/standing/level").asText())
                .isEqualTo("unverified");
        assertThat(events.sites.asked).isEmpty();
    }

    @Test
    void publication_whoseSiteIsNamedLikeItsAccount_isSameDidAtOnce() throws IOException {
        // When
        List<ProducerRecord<String, byte[]>> derived =
                handler.handle(TestEvents.publication(5, "https://alice.example"));

        // Then
        assertThat(json(derived.getFirst().value()).path("verification").asText())
                .isEqualTo("same-did");
    }

    @Test
    void publication_changed_keepsItsLevelAsLongAsItsUrlStays() throws IOException {
        // Given
        PendingDocuments owned = owned();
        NormalizeHandler remembering = handler(owned);
        ConsumerRecord<String, byte[]> first = TestEvents.publication(5, "https://a.example");
        Standing verified =
                new Standing("https://a.example", VerificationLevel.WELL_KNOWN, Instant.EPOCH, 0);
        owned.handled(
                new Handled(
                        first.key(),
                        first.partition(),
                        first.offset(),
                        TestEvents.rev(5),
                        Optional.of(new Outlook(1, Outlook.Rhythm.DAILY, Optional.of(verified)))));

        // When
        byte[] same =
                remembering
                        .handle(TestEvents.publication(6, "https://a.example"))
                        .getFirst()
                        .value();
        byte[] moved =
                remembering
                        .handle(TestEvents.publication(7, "https://b.example"))
                        .getFirst()
                        .value();

        // Then
        assertThat(json(same).path("verification").asText()).isEqualTo("well-known");
        assertThat(json(moved).path("verification").asText()).isEqualTo("unverified");
    }

    @Test
    void delete_handled_isATombstoneOnBothTopics() {
        // When
        List<ProducerRecord<String, byte[]>> derived =
                handler.handle(TestEvents.raw(DOCUMENT, TestEvents.rev(6), null));

        // Then
        assertThat(topics(derived)).containsExactly(Topics.NORMALIZED, Topics.PENDING);
        assertThat(derived).allMatch(event -> event.value() == null);
        assertThat(EnvelopeHeaders.text(derived.getFirst().headers(), "ce_op")).contains("delete");
    }

    @Test
    void record_ofACollectionThatIsNotPublished_givesNothingNorDoesItsDelete() {
        // Given
        String recommendation = "site.standard.graph.recommend/r";

        // When / Then
        assertThat(handler.handle(TestEvents.raw(recommendation, TestEvents.rev(1), "{}")))
                .isEmpty();
        assertThat(topics(handler.handle(TestEvents.raw(recommendation, TestEvents.rev(2), null))))
                .doesNotContain(Topics.NORMALIZED);
    }

    @Test
    void subscription_handled_isPublishedWithoutALookUpAndItsDeleteIsATombstone()
            throws IOException {
        // Given
        String subscription = "site.standard.graph.subscription/s";
        String publication = "at://did:web:press.example/site.standard.publication/paper";

        // When
        List<ProducerRecord<String, byte[]>> put =
                handler.handle(
                        TestEvents.raw(
                                subscription,
                                TestEvents.rev(1),
                                "{\"publication\":\"" + publication + "\"}"));
        List<ProducerRecord<String, byte[]>> delete =
                handler.handle(TestEvents.raw(subscription, TestEvents.rev(2), null));

        // Then
        assertThat(topics(put)).containsExactly(Topics.NORMALIZED, Topics.PENDING);
        assertThat(put.getLast().value()).as("nothing is left to look up").isNull();
        assertThat(json(put.getFirst().value()).path("publication").asText())
                .isEqualTo(publication);
        assertThat(topics(delete)).contains(Topics.NORMALIZED);
        assertThat(delete).allMatch(event -> event.value() == null);
    }

    @Test
    void document_tooLargeForTheTopic_goesByReference() {
        // Given
        String json =
                "{\"$type\":\"site.standard.document\",\"title\":\"T\",\"textContent\":\""
                        + "word ".repeat(200_000)
                        + "\"}";

        // When
        ProducerRecord<String, byte[]> event =
                handler.handle(TestEvents.raw(DOCUMENT, TestEvents.rev(1), json)).getFirst();

        // Then
        assertThat(event.value()).isEmpty();
        assertThat(EnvelopeHeaders.text(event.headers(), EnvelopeHeaders.VALUE_REFERENCE))
                .isPresent();
        assertThat(events.store.objects).hasSize(1);
    }

    @Test
    void store_down_isInfrastructureAndNoRejection() {
        events.store.down = true;
        assertThatThrownBy(() -> handler.handle(TestEvents.document("one", 5, PICTURE)))
                .isInstanceOf(InfrastructureException.class);
    }

    @ParameterizedTest
    @CsvSource({"'{', not-json", "'[]', not-an-object", "'nonsense', not-json"})
    void value_thatIsNoRecord_isRejectedWithItsReason(String json, String reason) {
        assertThatThrownBy(() -> handler.handle(TestEvents.raw(DOCUMENT, TestEvents.rev(1), json)))
                .isInstanceOfSatisfying(
                        RejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void rev_fromTheFuture_isRejectedNamingTheHeader() {
        Tid future = Tid.of(4_000_000_000_000_000L, 0);
        assertThatThrownBy(() -> handler.handle(TestEvents.raw(DOCUMENT, future, "{}")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo("rev-from-the-future"))
                .hasMessageContaining("ce_rev");
    }

    @Test
    void envelope_unreadable_isRejectedNamingTheHeader() {
        RecordHeaders noRev = new RecordHeaders();
        RecordHeaders badRev = new RecordHeaders();
        EnvelopeHeaders.add(badRev, "ce_rev", "yesterday");
        for (ConsumerRecord<String, byte[]> raw :
                List.of(
                        TestEvents.raw("at://did:web:a.b/a.b.c/1", "{}", noRev),
                        TestEvents.raw("at://did:web:a.b/a.b.c/1", "{}", badRev),
                        TestEvents.raw("no key of ours", "{}", badRev),
                        TestEvents.raw((String) null, "{}", badRev))) {
            assertThatThrownBy(() -> handler.handle(raw))
                    .isInstanceOfSatisfying(
                            RejectedException.class,
                            e -> assertThat(e.reason()).isEqualTo("unreadable-envelope"));
        }
    }

    @Test
    void document_withALargePicture_isNotedUntilItsNarrowerCopiesAreThere() throws IOException {
        // Given
        byte[] large = BlobSamples.jpeg(900, 600);
        events.server.behaviour = FakeServer.giving(large);
        ConsumerRecord<String, byte[]> raw = TestEvents.document("one", 5, large);

        // When
        List<ProducerRecord<String, byte[]>> derived = handler.handle(raw);
        ProducerRecord<String, byte[]> first = derived.getFirst();
        while (events.variants.waiting() > 0) {
            Thread.onSpinWait();
        }
        NormalizedEvents.Made later = events.events.make(raw, Look.FIRST);

        // Then
        assertThat(derived.getLast().value()).isNotNull();
        assertThat(json(first.value()).at("/coverImage/state").asText()).isEqualTo("stored");
        assertThat(json(first.value()).at("/coverImage/variants").isMissingNode()).isTrue();
        assertThat(later.outlook()).isEmpty();
        JsonNode variant = json(later.event().orElseThrow().value()).at("/coverImage/variants/0");
        assertThat(variant.path("width").asInt()).isEqualTo(480);
        assertThat(variant.path("height").asInt()).isEqualTo(320);
        assertThat(variant.path("mimeType").asText()).isEqualTo("image/jpeg");
    }
}

package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.MovableClock;
import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.normalize.blob.BlobSamples;
import dev.pressline.normalize.blob.BlobServer;
import dev.pressline.normalize.blob.FakeServer;
import dev.pressline.normalize.event.Look;
import dev.pressline.normalize.event.Outlook;
import dev.pressline.normalize.event.TestEvents;
import dev.pressline.normalize.lookup.HandleState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingLookTest {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final byte[] PICTURE = BlobSamples.picture();

    @TempDir Path spools;

    private final MovableClock clock = new MovableClock();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final PendingDocuments documents =
            new PendingDocuments(
                    new PendingLimits(100, 100), new Pauses(PAUSE, Duration.ofHours(6)), clock);
    private TestEvents events;
    private PendingLook look;
    private ConsumerRecord<String, byte[]> raw;

    @BeforeEach
    void start() throws IOException {
        events = new TestEvents(spools);
        events.server.behaviour = (cid, sink) -> new BlobServer.Answer.Unavailable("down");
        look = new PendingLook(events.events, new EventProducer(kafka));
        documents.own(List.of(TestEvents.PARTITION)).forEach(PendingPartition::replayed);
        raw = TestEvents.document("one", 5, PICTURE);
        var made = events.events.make(raw, Look.FIRST);
        documents.handled(
                new Handled(raw.key(), raw.partition(), raw.offset(), made.rev(), made.outlook()));
        clock.move(PAUSE);
    }

    @AfterEach
    void stop() {
        events.close();
    }

    private PendingPartition.Due due() {
        return documents.due(1).getFirst();
    }

    private List<String> topics() {
        return kafka.history().stream().map(ProducerRecord::topic).toList();
    }

    @Test
    void look_whileNothingHasChanged_sendsNoEventAndWaitsLonger() {
        // When
        look.look(due(), Optional.of(raw));

        // Then
        assertThat(topics()).containsExactly(Topics.PENDING);
        clock.move(PAUSE.multipliedBy(2));
        assertThat(due().document().round()).isEqualTo(1);
    }

    @Test
    void look_whenTheBlobIsThere_sendsTheDocumentAnewAndATombstone() throws IOException {
        // Given
        events.server.behaviour = FakeServer.giving(PICTURE);

        // When
        look.look(due(), Optional.of(raw));

        // Then
        assertThat(topics()).containsExactly(Topics.NORMALIZED, Topics.PENDING);
        byte[] sent = kafka.history().getFirst().value();
        assertThat(ContractJson.mapper().readTree(sent).at("/coverImage/state").asText())
                .isEqualTo("stored");
        assertThat(kafka.history().getLast().value()).isNull();
        assertThat(documents.size()).isZero();
    }

    @Test
    void look_whenTheBlobIsRefused_isTheLast() throws IOException {
        // Given
        events.server.behaviour = (cid, sink) -> new BlobServer.Answer.Refused("other bytes");

        // When
        look.look(due(), Optional.of(raw));

        // Then
        byte[] sent = kafka.history().getFirst().value();
        assertThat(ContractJson.mapper().readTree(sent).at("/coverImage/state").asText())
                .isEqualTo("refused");
        assertThat(documents.size()).isZero();
    }

    @Test
    void look_whereTheRawRecordIsGoneOrAnotherOne_dropsTheNote() {
        for (Optional<ConsumerRecord<String, byte[]>> there :
                List.of(
                        Optional.<ConsumerRecord<String, byte[]>>empty(),
                        Optional.of(TestEvents.document("two", 5, PICTURE)),
                        Optional.of(TestEvents.document("one", 6, PICTURE)))) {
            // Given
            kafka.clear();
            documents.handled(
                    new Handled(
                            raw.key(),
                            raw.partition(),
                            raw.offset(),
                            TestEvents.rev(5),
                            Optional.of(new Outlook(1, Outlook.Rhythm.SOON))));
            clock.move(PAUSE);

            // When
            look.look(due(), there);

            // Then
            assertThat(topics()).containsExactly(Topics.PENDING);
            assertThat(kafka.history().getLast().value()).isNull();
            assertThat(documents.size()).isZero();
        }
    }

    @Test
    void look_whenTheHandleIsKnown_sendsTheDocumentAnew() throws IOException {
        // Given
        events.server.behaviour = FakeServer.giving(PICTURE);
        events.network.answer = new HandleState.Unknown();
        events.events.make(TestEvents.account(1, "{\"active\":true}"), Look.FIRST);
        look.look(due(), Optional.of(raw));
        clock.move(PAUSE.multipliedBy(2));
        kafka.clear();
        events.network.answer = new HandleState.Proven(Handle.parse("alice.example.com"));

        // When
        look.look(due(), Optional.of(raw));

        // Then
        assertThat(topics()).containsExactly(Topics.NORMALIZED, Topics.PENDING);
        byte[] sent = kafka.history().getFirst().value();
        assertThat(ContractJson.mapper().readTree(sent).at("/authors/0/handle").asText())
                .isEqualTo("alice.example.com");
        assertThat(documents.size()).isZero();
    }

    @Test
    void look_atAnAccount_isTakenDailyAndTellsOfAnotherHandle() throws IOException {
        // Given
        ConsumerRecord<String, byte[]> account = TestEvents.account(6, "{\"active\":true}");
        var made = events.events.make(account, Look.FIRST);
        documents.handled(
                new Handled(
                        account.key(),
                        account.partition(),
                        account.offset(),
                        made.rev(),
                        made.outlook()));
        clock.move(Duration.ofHours(23));
        assertThat(documents.due(10)).noneMatch(each -> each.key().equals(account.key()));
        clock.move(Duration.ofHours(1));
        events.network.answer = new HandleState.Proven(Handle.parse("new.example.com"));
        PendingPartition.Due daily =
                documents.due(10).stream()
                        .filter(each -> each.key().equals(account.key()))
                        .findFirst()
                        .orElseThrow();

        // When
        look.look(daily, Optional.of(account));

        // Then
        assertThat(topics()).containsExactly(Topics.NORMALIZED, Topics.PENDING);
        byte[] sent = kafka.history().getFirst().value();
        assertThat(ContractJson.mapper().readTree(sent).path("handle").asText())
                .isEqualTo("new.example.com");
        assertThat(kafka.history().getLast().value()).isNotNull();
    }

    @Test
    void look_atAPublicationThatItsSiteNames_sendsItAtItsLevelAndComesBackDaily()
            throws IOException {
        // Given
        ConsumerRecord<String, byte[]> publication = TestEvents.publication(6, "https://a.example");
        var made = events.events.make(publication, Look.FIRST);
        documents.handled(
                new Handled(
                        publication.key(),
                        publication.partition(),
                        publication.offset(),
                        made.rev(),
                        made.outlook()));
        assertThat(verification(made.event().orElseThrow())).isEqualTo("unverified");
        events.sites.files.put(
                "https://a.example/.well-known/site.standard.publication",
                publication.key() + "\n");
        clock.move(PAUSE);

        // When
        look.look(due(publication), Optional.of(publication));

        // Then
        assertThat(topics()).containsExactly(Topics.NORMALIZED, Topics.PENDING);
        assertThat(verification(kafka.history().getFirst())).isEqualTo("well-known");
        clock.move(Duration.ofHours(24));
        assertThat(due(publication).document().standing().orElseThrow().level())
                .isEqualTo(VerificationLevel.WELL_KNOWN);
        kafka.clear();
        events.sites.files.clear();
        look.look(due(publication), Optional.of(publication));
        assertThat(topics()).as("one failure means nothing").containsExactly(Topics.PENDING);
        assertThat(documents.standing(publication.key(), TestEvents.PARTITION).orElseThrow())
                .satisfies(standing -> assertThat(standing.failures()).isEqualTo(1));
    }

    private PendingPartition.Due due(ConsumerRecord<String, byte[]> record) {
        return documents.due(10).stream()
                .filter(each -> each.key().equals(record.key()))
                .findFirst()
                .orElseThrow();
    }

    private static String verification(ProducerRecord<String, byte[]> event) throws IOException {
        return ContractJson.mapper().readTree(event.value()).path("verification").asText();
    }
}

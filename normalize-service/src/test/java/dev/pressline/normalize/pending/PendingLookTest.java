package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.normalize.blob.BlobSamples;
import dev.pressline.normalize.blob.BlobServer;
import dev.pressline.normalize.blob.FakeServer;
import dev.pressline.normalize.event.TestEvents;
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

    private final SettableClock clock = new SettableClock();
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final PendingDocuments documents =
            new PendingDocuments(100, new Pauses(PAUSE, Duration.ofHours(6)), clock);
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
        var made = events.events.make(raw);
        documents.handled(
                new Handled(
                        raw.key(), raw.partition(), raw.offset(), made.rev(), made.pendingBlobs()));
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
                            java.util.OptionalInt.of(1)));
            clock.move(PAUSE);

            // When
            look.look(due(), there);

            // Then
            assertThat(topics()).containsExactly(Topics.PENDING);
            assertThat(kafka.history().getLast().value()).isNull();
            assertThat(documents.size()).isZero();
        }
    }
}

package dev.pressline.normalize.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.event.Outlook.Rhythm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingNotesTest {

    private static final PendingDocument DOCUMENT =
            new PendingDocument(
                    3,
                    17,
                    Tid.parse("3mf42slbt3g42"),
                    Instant.parse("2026-03-01T12:00:00Z"),
                    2,
                    -5,
                    Optional.of(Rhythm.DAILY),
                    Optional.empty());
    private static final String JSON =
            "{\"partition\":3,\"offset\":17,\"rev\":\"3mf42slbt3g42\","
                    + "\"since\":\"2026-03-01T12:00:00Z\",\"round\":2,\"state\":-5,\"rhythm\":\"DAILY\",\"standing\":null}";

    private static ConsumerRecord<String, byte[]> note(String json) {
        return new ConsumerRecord<>(
                Topics.PENDING, 3, 0, "k", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void note_ofADocument_isSmallJsonOnThePartitionOfItsRawRecord() {
        // When
        ProducerRecord<String, byte[]> note = PendingNotes.waiting("k", DOCUMENT);

        // Then
        assertThat(note.topic()).isEqualTo("pressline.pending.v1");
        assertThat(note.partition()).isEqualTo(3);
        assertThat(note.key()).isEqualTo("k");
        assertThat(note.value()).asString(StandardCharsets.UTF_8).isEqualTo(JSON);
    }

    @Test
    void note_written_isReadAgain() {
        assertThat(PendingNotes.read(note(JSON))).contains(DOCUMENT);
        assertThat(PendingNotes.read(note(JSON.replace("{", "{\"new\":1,")))).contains(DOCUMENT);
    }

    @Test
    void note_ofAnEarlierVersion_isReadAsOneOfBlobs() {
        String before =
                JSON.replace("\"state\":-5,\"rhythm\":\"DAILY\",\"standing\":null", "\"blobs\":-5");
        assertThat(PendingNotes.read(note(before)))
                .get(InstanceOfAssertFactories.type(PendingDocument.class))
                .satisfies(
                        document -> {
                            assertThat(document.state()).isEqualTo(-5);
                            assertThat(document.daily()).isFalse();
                        });
    }

    @Test
    void note_ofARecordThatWasPutOff_isReadAgainUnderItsKey() {
        // Given
        PutOff record =
                new PutOff(
                        "at://did:web:a.example/site.standard.document/one",
                        3,
                        17,
                        DOCUMENT.rev(),
                        DOCUMENT.since(),
                        Optional.empty());

        // When
        ProducerRecord<String, byte[]> note = PendingNotes.putOff(record);

        // Then
        assertThat(note.partition()).isEqualTo(3);
        assertThat(note.value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"putOff\":true,\"partition\":3,\"offset\":17,\"rev\":\"3mf42slbt3g42\","
                                + "\"since\":\"2026-03-01T12:00:00Z\",\"standing\":null}");
        assertThat(
                        PendingNotes.read(
                                new ConsumerRecord<>(
                                        Topics.PENDING, 3, 0, note.key(), note.value())))
                .contains(record);
        assertThat(PendingNotes.read(new ConsumerRecord<>(Topics.PENDING, 3, 0, "k", note.value())))
                .as("of a key that is none")
                .isEmpty();
    }

    @Test
    void note_ofADocumentThatWaitsNoLonger_isATombstone() {
        // When
        ProducerRecord<String, byte[]> note = PendingNotes.settled("k", 3, 17);

        // Then
        assertThat(note.partition()).isEqualTo(3);
        assertThat(note.value()).isNull();
        assertThat(
                        PendingNotes.read(
                                new ConsumerRecord<String, byte[]>(
                                        Topics.PENDING, 3, 0, "k", null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "{\"partition\":3}", "{\"rev\":\"no tid\"}"})
    void note_unreadable_isLeftOut(String json) {
        assertThat(PendingNotes.read(note(json))).isEmpty();
    }
}

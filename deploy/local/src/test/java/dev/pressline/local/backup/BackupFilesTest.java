package dev.pressline.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFilesTest {

    private static ConsumerRecord<String, byte[]> read(Optional<String> value) {
        return new ConsumerRecord<>(
                "topic",
                3,
                7,
                1_000,
                TimestampType.CREATE_TIME,
                0,
                0,
                "at://did:web:a.example/x.y.z/ü",
                value.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null),
                new RecordHeaders()
                        .add("twice", "one".getBytes(StandardCharsets.UTF_8))
                        .add("twice", null),
                Optional.empty());
    }

    private static ProducerRecord<String, byte[]> again(Optional<String> value, boolean same) {
        return SavedRecord.parse(SavedRecord.of(read(value)).line()).toSend("topic", same);
    }

    @Test
    void record_savedAndRead_isTheSame() {
        // When
        ProducerRecord<String, byte[]> again = again(Optional.of("\n\u0000ü"), true);

        // Then
        assertThat(again.key()).isEqualTo("at://did:web:a.example/x.y.z/ü");
        assertThat(new String(again.value(), StandardCharsets.UTF_8)).isEqualTo("\n\u0000ü");
        assertThat(again.partition()).isEqualTo(3);
        assertThat(again.timestamp()).isEqualTo(1_000);
        assertThat(again.headers()).isEqualTo(read(Optional.empty()).headers());
    }

    @Test
    void tombstone_savedAndRead_isOne() {
        assertThat(again(Optional.empty(), true).value()).isNull();
    }

    @Test
    void record_forAnotherNumberOfPartitions_goesByItsAccount() {
        assertThat(again(Optional.of("{}"), false).partition()).isNull();
    }

    @Test
    void line_thatIsCut_isDamage() {
        String line = SavedRecord.of(read(Optional.of("{}"))).line();
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> SavedRecord.parse(line.substring(0, line.length() - 2)))
                .withMessageContaining("damaged");
    }

    @Test
    void backup_thatWasNotFinished_isNone(@TempDir Path directory) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> BackupManifest.read(directory))
                .withMessageContaining("no finished backup");
    }

    @Test
    void backup_ofAnotherForm_isRefused(@TempDir Path directory) throws IOException {
        // Given
        BackupManifest.of(12, Map.of("pressline.raw.v1", 5L), 2).write(directory);
        assertThat(BackupManifest.read(directory))
                .isEqualTo(BackupManifest.of(12, Map.of("pressline.raw.v1", 5L), 2));

        // When
        Path file = Files.list(directory).toList().getFirst();
        Files.writeString(file, Files.readString(file).replace("\"format\":1", "\"format\":2"));

        // Then
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> BackupManifest.read(directory));
    }

    @Test
    void topics_saved_areOfNoGeneration_andTheRawOneIsTheLast() {
        assertThat(Backup.TOPICS).last().isEqualTo("pressline.raw.v1");
        assertThat(Backup.TOPICS)
                .doesNotContainAnyElementsOf(
                        List.of("pressline.normalized.v1", "pressline.rendered.v1"));
    }
}

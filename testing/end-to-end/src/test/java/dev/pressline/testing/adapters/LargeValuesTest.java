package dev.pressline.testing.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.stage.DeadLetters;
import dev.pressline.kit.stage.StageIdentity;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.Sha256;
import dev.pressline.local.embedded.EmbeddedStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values too large for a topic, on a real store. */
class LargeValuesTest {

    private static final String BUCKET = "values";

    @TempDir static Path directory;

    private static EmbeddedStore server;
    private static ObjectStore store;
    private static LargeValues values;

    @BeforeAll
    static void start() {
        server = EmbeddedStore.start(directory);
        server.createBuckets(List.of(BUCKET));
        store = new ObjectStore(server.asyncClient(), new SimpleMeterRegistry());
        values = new LargeValues(store, BUCKET);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void value_upToTheLimit_travelsItself() {
        // Given
        byte[] value = new byte[Topics.MAX_INLINE_VALUE];

        // When
        ProducerRecord<String, byte[]> event =
                values.record("topic", "key", value, new RecordHeaders());

        // Then
        assertThat(event.value()).isSameAs(value);
        assertThat(event.headers()).isEmpty();
        assertThat(values.value(event.value(), event.headers())).contains(value);
    }

    @Test
    void value_aboveTheLimit_goesByReferenceAndComesBack() {
        // Given
        byte[] value = new byte[Topics.MAX_INLINE_VALUE + 1];

        // When
        ProducerRecord<String, byte[]> event =
                values.record("topic", "key", value, new RecordHeaders());
        ProducerRecord<String, byte[]> again =
                values.record("topic", "key", value, new RecordHeaders());

        // Then
        assertThat(event.value()).isNotNull().isEmpty();
        assertThat(EnvelopeHeaders.text(event.headers(), EnvelopeHeaders.VALUE_REFERENCE))
                .contains(Sha256.hex(value));
        assertThat(values.value(event.value(), event.headers())).contains(value);
        assertThat(again.headers()).isEqualTo(event.headers());
    }

    @Test
    void value_ofADelete_isEmpty() {
        assertThat(values.value(null, new RecordHeaders())).isEmpty();
    }

    @Test
    void value_whoseObjectIsNotThereYet_isWaitedFor() {
        assertThatExceptionOfType(InfrastructureException.class)
                .isThrownBy(() -> values.value(new byte[0], reference("0".repeat(64))))
                .withMessageContaining("0".repeat(64));
    }

    @Test
    void value_whoseObjectIsAnother_isLoudCorruption() {
        // Given
        String name = "f".repeat(64);
        store.put(BUCKET, NewObject.of(name, "other".getBytes(StandardCharsets.UTF_8), "x/y"));

        // When / Then
        assertThatIllegalStateException()
                .isThrownBy(() -> values.value(new byte[0], reference(name)))
                .withMessageContaining("corrupt");
    }

    @Test
    void deadLetter_ofALargeRecord_keepsEveryByteByReference() {
        // Given
        byte[] poison = new byte[5 * 1024 * 1024];
        DeadLetters letters =
                new DeadLetters(
                        new StageIdentity("test", "topic.test.dlq", "1"), values, keys -> Set.of());

        // When
        ProducerRecord<String, byte[]> letter =
                letters.of(
                        new ConsumerRecord<>("topic", 0, 7L, "key", poison),
                        new RejectedException("not-json", "not JSON"));

        // Then
        assertThat(letter.value()).isNotNull().isEmpty();
        assertThat(values.value(letter.value(), letter.headers())).contains(poison);
    }

    private static Headers reference(String sha256) {
        Headers headers = new RecordHeaders();
        EnvelopeHeaders.add(headers, EnvelopeHeaders.VALUE_REFERENCE, sha256);
        return headers;
    }
}

package dev.pressline.kit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final RejectedException CAUSE =
            new RejectedException("bad-record", "field /title: is bad");

    private final DeadLetters letters =
            new DeadLetters(Stages.IDENTITY, Stages.NO_STORE, keys -> Set.of());

    @Test
    void letter_ofARecord_keepsKeyBytesAndHeadersAndSaysWhy() {
        // Given
        ConsumerRecord<String, byte[]> input = Stages.input("a.example", 42);
        EnvelopeHeaders.add(input.headers(), "ce_rev", "3mf42slbt3h2c");
        input.headers().add("x-binary", new byte[] {0, -1, 7});

        // When
        ProducerRecord<String, byte[]> letter = letters.of(input, CAUSE);

        // Then
        assertThat(letter.topic()).isEqualTo(Stages.DEAD_LETTERS);
        assertThat(letter.partition()).isNull();
        assertThat(letter.key()).isEqualTo(input.key());
        assertThat(letter.value()).isEqualTo(input.value());
        assertThat(letter.headers().lastHeader("x-binary").value()).containsExactly(0, -1, 7);
        assertThat(text(letter, "ce_rev")).contains("3mf42slbt3h2c");
        assertThat(text(letter, "dead-letter-reason")).contains("bad-record");
        assertThat(text(letter, "dead-letter-cause")).contains("field /title: is bad");
        assertThat(text(letter, "dead-letter-topic")).contains(Stages.INPUT);
        assertThat(text(letter, "dead-letter-partition")).contains("3");
        assertThat(text(letter, "dead-letter-offset")).contains("42");
        assertThat(text(letter, "pressline_stage")).contains("test");
        assertThat(text(letter, "pressline_version")).contains("1.2.3");
    }

    @Test
    void letter_ofALetterThatWasReplayed_hasOnlyTheNewCause() {
        // Given
        ProducerRecord<String, byte[]> first =
                letters.of(
                        Stages.input("a.example", 1), new RejectedException("bad-record", "old"));
        ConsumerRecord<String, byte[]> replayed = Stages.input("a.example", 2);
        first.headers().forEach(replayed.headers()::add);

        // When
        ProducerRecord<String, byte[]> second = letters.of(replayed, CAUSE);

        // Then
        assertThat(second.headers().headers("dead-letter-cause")).hasSize(1);
        assertThat(text(second, "dead-letter-cause")).contains("field /title: is bad");
        assertThat(text(second, "dead-letter-offset")).contains("2");
        assertThat(second.headers().toArray()).hasSameSizeAs(first.headers().toArray());
    }

    @Test
    void letter_ofARecordWithoutKey_isNamedByItsPlace() {
        ConsumerRecord<String, byte[]> input =
                new ConsumerRecord<>(Stages.INPUT, 3, 7L, null, new byte[] {1});

        assertThat(letters.of(input, CAUSE).key()).isEqualTo(Stages.INPUT + "-3@7");
    }

    @Test
    void letter_ofADelete_hasNoValue() {
        ConsumerRecord<String, byte[]> input =
                new ConsumerRecord<>(Stages.INPUT, 3, 7L, "did:web:a.example", null);

        assertThat(letters.of(input, CAUSE).value()).isNull();
    }

    @Test
    void letter_ofAnEndlessCause_isCapped() {
        ProducerRecord<String, byte[]> letter =
                letters.of(
                        Stages.input("a.example", 1),
                        new RejectedException("bad-record", "x".repeat(1_000_000)));

        assertThat(text(letter, "dead-letter-cause").orElseThrow())
                .hasSize(DeadLetters.MAX_CAUSE_LENGTH);
    }

    @Test
    void letter_ofTheLargestInlineValueWithEndlessHeaders_stillFitsTheQueue() {
        // Given
        ConsumerRecord<String, byte[]> input =
                Stages.input("did:web:a.example", 1, "x".repeat(Topics.MAX_INLINE_VALUE));
        EnvelopeHeaders.add(input.headers(), "ce_rev", "3mf42slbt3h2c");
        EnvelopeHeaders.add(input.headers(), "x-endless", "y".repeat(500_000));
        for (int i = 0; i < 10_000; i++) {
            input.headers().add("x-many", new byte[100]);
        }

        // When
        ProducerRecord<String, byte[]> letter = letters.of(input, CAUSE);

        // Then
        assertThat(letter.value()).hasSize(Topics.MAX_INLINE_VALUE);
        assertThat(bytes(letter.headers()))
                .isLessThan(DeadLetters.MAX_HEADER_BYTES + 4 * DeadLetters.MAX_CAUSE_LENGTH);
        assertThat(text(letter, "ce_rev")).contains("3mf42slbt3h2c");
        assertThat(text(letter, "x-endless")).isEmpty();
        assertThat(text(letter, "dead-letter-reason")).contains("bad-record");
    }

    private static int bytes(Headers headers) {
        return Arrays.stream(headers.toArray()).mapToInt(DeadLettersTest::size).sum();
    }

    private static int size(Header header) {
        return header.key().getBytes(StandardCharsets.UTF_8).length + header.value().length;
    }

    private static Optional<String> text(ProducerRecord<String, byte[]> letter, String header) {
        return EnvelopeHeaders.text(letter.headers(), header);
    }
}

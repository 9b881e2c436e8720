package dev.pressline.local.deadletter;

import dev.pressline.contract.event.DeadLetterHeaders;
import dev.pressline.contract.event.EnvelopeHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that can never succeed, as it lies in a dead-letter queue. Immutable.
 *
 * @param at where it lies in its queue
 * @param since when it came there
 * @param key the original key
 * @param reason from the closed set of the step that gave up
 * @param cause in words
 * @param stage the step that gave up
 * @param version of the service that gave up
 * @param origin where it was read; empty where its headers do not say so
 * @param headers the original ones
 * @param value the original bytes; empty for a delete
 */
public record DeadLetter(
        Place at,
        Instant since,
        String key,
        String reason,
        String cause,
        String stage,
        String version,
        Optional<Place> origin,
        List<Header> headers,
        Optional<byte[]> value) {

    private static final String UNKNOWN = "unknown";

    /**
     * A place in a topic; its text is {@code topic-partition@offset}.
     *
     * @param topic the topic
     * @param partition in that topic
     * @param offset in that partition
     */
    public record Place(String topic, int partition, long offset) {
        @Override
        public String toString() {
            return topic + '-' + partition + '@' + offset;
        }
    }

    /** Takes a copy of the headers. */
    public DeadLetter {
        headers = List.copyOf(headers);
    }

    /** Reads a record of a dead-letter queue; what it lacks is {@code unknown}. */
    public static DeadLetter of(ConsumerRecord<String, byte[]> input) {
        return new DeadLetter(
                new Place(input.topic(), input.partition(), input.offset()),
                Instant.ofEpochMilli(input.timestamp()),
                input.key() == null ? UNKNOWN : input.key(),
                header(input, DeadLetterHeaders.REASON),
                header(input, DeadLetterHeaders.CAUSE),
                header(input, DeadLetterHeaders.STAGE),
                header(input, DeadLetterHeaders.VERSION),
                origin(input),
                original(input),
                Optional.ofNullable(input.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> input, String name) {
        return EnvelopeHeaders.text(input.headers(), name).orElse(UNKNOWN);
    }

    private static Optional<Place> origin(ConsumerRecord<String, byte[]> input) {
        try {
            return Optional.of(
                    new Place(
                            header(input, DeadLetterHeaders.TOPIC),
                            Integer.parseInt(header(input, DeadLetterHeaders.PARTITION)),
                            Long.parseLong(header(input, DeadLetterHeaders.OFFSET))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<Header> original(ConsumerRecord<String, byte[]> input) {
        return List.of(input.headers().toArray()).stream()
                .filter(header -> !DeadLetterHeaders.contains(header.key()))
                .toList();
    }
}

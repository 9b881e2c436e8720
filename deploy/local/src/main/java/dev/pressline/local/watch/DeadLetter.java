package dev.pressline.local.watch;

import dev.pressline.contract.event.EnvelopeHeaders;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that can never succeed, as it lies in a dead-letter queue. Immutable.
 *
 * @param queue the dead-letter queue
 * @param partition in that queue
 * @param offset in that partition
 * @param key the original key
 * @param reason from the closed set of the step that gave up
 * @param cause in words
 * @param stage the step that gave up
 * @param value the original bytes; empty for a delete
 */
public record DeadLetter(
        String queue,
        int partition,
        long offset,
        String key,
        String reason,
        String cause,
        String stage,
        Optional<byte[]> value) {

    /** Reads a record of a dead-letter queue; what it lacks is {@code unknown}. */
    public static DeadLetter of(ConsumerRecord<String, byte[]> input) {
        return new DeadLetter(
                input.topic(),
                input.partition(),
                input.offset(),
                input.key() == null ? "unknown" : input.key(),
                header(input, "dead-letter-reason"),
                header(input, "dead-letter-cause"),
                header(input, "pressline_stage"),
                Optional.ofNullable(input.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> input, String name) {
        return EnvelopeHeaders.text(input.headers(), name).orElse("unknown");
    }
}

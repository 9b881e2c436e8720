package dev.pressline.kit.stage;

import dev.pressline.contract.event.EnvelopeHeaders;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Makes dead letters: the original key, bytes and headers, plus the cause under the header names
 * that SmallRye uses. A cause of an earlier round is replaced, texts are capped, and no stack trace
 * travels. Thread-safe.
 */
public final class DeadLetters {

    private static final int MAX_CAUSE_LENGTH = 500;
    private static final Set<String> OURS =
            Set.of(
                    "dead-letter-reason",
                    "dead-letter-cause",
                    "dead-letter-topic",
                    "dead-letter-partition",
                    "dead-letter-offset",
                    "pressline_stage",
                    "pressline_version");

    private final StageIdentity identity;

    /** Makes the dead letters of one stage. */
    public DeadLetters(StageIdentity identity) {
        this.identity = identity;
    }

    /** The dead letter of a consumed record. */
    public ProducerRecord<String, byte[]> of(
            ConsumerRecord<String, byte[]> input, RejectedException cause) {
        Headers headers = new RecordHeaders();
        for (Header header : input.headers()) {
            if (!OURS.contains(header.key())) {
                headers.add(header);
            }
        }
        EnvelopeHeaders.add(headers, "dead-letter-reason", cause.reason());
        EnvelopeHeaders.add(headers, "dead-letter-cause", excerpt(cause));
        EnvelopeHeaders.add(headers, "dead-letter-topic", input.topic());
        EnvelopeHeaders.add(headers, "dead-letter-partition", Integer.toString(input.partition()));
        EnvelopeHeaders.add(headers, "dead-letter-offset", Long.toString(input.offset()));
        EnvelopeHeaders.add(headers, "pressline_stage", identity.stage());
        EnvelopeHeaders.add(headers, "pressline_version", identity.version());
        return new ProducerRecord<>(
                identity.deadLetterTopic(), null, key(input), input.value(), headers);
    }

    private static String key(ConsumerRecord<String, byte[]> input) {
        String key = input.key();
        return key == null ? input.topic() + '-' + input.partition() + '@' + input.offset() : key;
    }

    private static String excerpt(RejectedException cause) {
        String message = String.valueOf(cause.getMessage());
        return message.length() <= MAX_CAUSE_LENGTH
                ? message
                : message.substring(0, MAX_CAUSE_LENGTH);
    }
}

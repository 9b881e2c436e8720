package dev.pressline.kit.stage;

import dev.pressline.contract.event.DeadLetterHeaders;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.store.LargeValues;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Makes dead letters: the original key, bytes and headers, plus the cause under the header names
 * that SmallRye uses. A cause of an earlier round is replaced, and no stack trace travels. Whatever
 * came fits: large bytes go by reference, the cause and the original headers are capped.
 * Thread-safe.
 */
public final class DeadLetters {

    /** The longest cause kept, in characters. */
    public static final int MAX_CAUSE_LENGTH = 500;

    /** The most bytes of original headers kept, names and values; further ones are left out. */
    public static final int MAX_HEADER_BYTES = 32 * 1024;

    private final StageIdentity identity;
    private final LargeValues largeValues;
    private final SentLetters sent;

    /** Makes the dead letters of one stage, whose queue holds those that were sent. */
    public DeadLetters(StageIdentity identity, LargeValues largeValues, SentLetters sent) {
        this.identity = identity;
        this.largeValues = largeValues;
        this.sent = sent;
    }

    /**
     * What is to be sent of the records that came of a batch: all but dead letters that are in the
     * queue. Throws {@link InfrastructureException} when the queue cannot be read now.
     */
    public List<ProducerRecord<String, byte[]>> toSend(
            List<ProducerRecord<String, byte[]>> derived) {
        List<String> keys =
                derived.stream().filter(this::isLetter).map(each -> each.key()).toList();
        if (keys.isEmpty()) {
            return derived;
        }
        Set<LetterOrigin> known = sent.near(keys);
        return derived.stream().filter(each -> !(isLetter(each) && isOf(known, each))).toList();
    }

    private boolean isLetter(ProducerRecord<String, byte[]> derived) {
        return derived.topic().equals(identity.deadLetterTopic());
    }

    private static boolean isOf(Set<LetterOrigin> known, ProducerRecord<String, byte[]> letter) {
        return LetterOrigin.of(letter.headers()).filter(known::contains).isPresent();
    }

    /**
     * The dead letter of a consumed record. Throws {@link InfrastructureException} when its bytes
     * are large and cannot be stored now.
     */
    public ProducerRecord<String, byte[]> of(
            ConsumerRecord<String, byte[]> input, RejectedException cause) {
        Headers headers = original(input.headers());
        EnvelopeHeaders.add(headers, DeadLetterHeaders.REASON, cause.reason());
        EnvelopeHeaders.add(headers, DeadLetterHeaders.CAUSE, excerpt(cause));
        EnvelopeHeaders.add(headers, DeadLetterHeaders.TOPIC, input.topic());
        EnvelopeHeaders.add(
                headers, DeadLetterHeaders.PARTITION, Integer.toString(input.partition()));
        EnvelopeHeaders.add(headers, DeadLetterHeaders.OFFSET, Long.toString(input.offset()));
        EnvelopeHeaders.add(headers, DeadLetterHeaders.STAGE, identity.stage());
        EnvelopeHeaders.add(headers, DeadLetterHeaders.VERSION, identity.version());
        return record(key(input), input.value(), headers);
    }

    private static Headers original(Headers all) {
        Headers kept = new RecordHeaders();
        int room = MAX_HEADER_BYTES;
        for (Header header : all) {
            int size = header.key().length() + (header.value() == null ? 0 : header.value().length);
            if (!DeadLetterHeaders.contains(header.key()) && size <= room) {
                kept.add(header);
                room -= size;
            }
        }
        return kept;
    }

    private ProducerRecord<String, byte[]> record(
            String key, byte @Nullable [] value, Headers headers) {
        return value == null
                ? new ProducerRecord<>(identity.deadLetterTopic(), null, key, null, headers)
                : largeValues.record(identity.deadLetterTopic(), key, value, headers);
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

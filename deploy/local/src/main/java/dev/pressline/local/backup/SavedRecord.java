package dev.pressline.local.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.LaunchException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as one line of JSON, bytes in base64. Immutable, but for its arrays.
 *
 * @param partition where it lay
 * @param timestamp when it was accepted, in milliseconds since 1970
 * @param key its key
 * @param headers in their order
 * @param value its bytes; null is a tombstone
 */
record SavedRecord(
        int partition,
        long timestamp,
        String key,
        List<SavedHeader> headers,
        byte @Nullable [] value) {

    /** A header; its value may be null. */
    record SavedHeader(String name, byte @Nullable [] value) {}

    static SavedRecord of(ConsumerRecord<String, byte[]> read) {
        List<SavedHeader> headers = new ArrayList<>();
        for (Header each : read.headers()) {
            headers.add(new SavedHeader(each.key(), each.value()));
        }
        return new SavedRecord(
                read.partition(), read.timestamp(), read.key(), headers, read.value());
    }

    String line() {
        try {
            return ContractJson.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bytes and numbers can be written", e);
        }
    }

    /** Reads a line; throws {@link LaunchException} when it is none. */
    static SavedRecord parse(String line) {
        try {
            return ContractJson.mapper().readValue(line, SavedRecord.class);
        } catch (JsonProcessingException e) {
            throw new LaunchException("the backup is damaged: " + e.getOriginalMessage(), e);
        }
    }

    /** The record for a topic of as many partitions; of another number, by its account. */
    ProducerRecord<String, byte[]> toSend(String topic, boolean hasSamePartitions) {
        RecordHeaders all = new RecordHeaders();
        headers.forEach(each -> all.add(each.name(), each.value()));
        return new ProducerRecord<>(
                topic, hasSamePartitions ? partition : null, timestamp, key, value, all);
    }

    /** How many bytes it brings along, about. */
    int size() {
        return value == null ? 0 : value.length;
    }
}

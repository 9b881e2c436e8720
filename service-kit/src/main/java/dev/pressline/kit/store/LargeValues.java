package dev.pressline.kit.store;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.InfrastructureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Values too large for a topic: kept in the private bucket under their SHA-256 and named by the
 * header {@value EnvelopeHeaders#VALUE_REFERENCE}, the record's own value being empty. Thread-safe.
 */
@ApplicationScoped
public class LargeValues {

    private static final byte[] BY_REFERENCE = {};

    private final ObjectStore store;
    private final String bucket;

    @Inject
    LargeValues(ObjectStore store, Buckets buckets) {
        this(store, buckets.values());
    }

    /** Keeps large values in this bucket. */
    public LargeValues(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /**
     * A record of this value: as it is, or by reference when it is larger than {@link
     * Topics#MAX_INLINE_VALUE}.
     */
    public ProducerRecord<String, byte[]> record(
            String topic, String key, byte[] value, Headers headers) {
        return new ProducerRecord<>(topic, null, key, carried(value, headers), headers);
    }

    /**
     * What a record with these headers carries of a value: the value itself, or nothing where the
     * headers now refer to it.
     */
    public byte[] carried(byte[] value, Headers headers) {
        if (!isLarge(value)) {
            return value;
        }
        EnvelopeHeaders.add(headers, EnvelopeHeaders.VALUE_REFERENCE, keep(value));
        return BY_REFERENCE;
    }

    /** Whether a value is too large for a topic. */
    public static boolean isLarge(byte[] value) {
        return value.length > Topics.MAX_INLINE_VALUE;
    }

    /** Keeps a value; returns its SHA-256 in lower-case hex, under which it is fetched. */
    public String keep(byte[] value) {
        NewObject object = NewObject.of(Sha256.hex(value), value, "application/json");
        store.putIfAbsent(bucket, object);
        return object.sha256();
    }

    /** The value of a record, fetched where it goes by reference; empty for a delete. */
    public Optional<byte[]> value(ConsumerRecord<String, byte[]> input) {
        return value(input.value(), input.headers());
    }

    /**
     * The value of a record with these headers, fetched where it goes by reference; empty for a
     * delete.
     */
    public Optional<byte[]> value(byte @Nullable [] value, Headers headers) {
        if (value == null) {
            return Optional.empty();
        }
        Optional<String> reference = EnvelopeHeaders.text(headers, EnvelopeHeaders.VALUE_REFERENCE);
        return Optional.of(reference.isPresent() ? fetch(reference.get()) : value);
    }

    /** Fetches a value that was kept under its SHA-256. */
    public byte[] fetch(String sha256) {
        byte[] value =
                store.get(bucket, sha256)
                        .orElseThrow(
                                () ->
                                        new InfrastructureException(
                                                "value " + sha256 + " is not in the store yet",
                                                Duration.ZERO));
        if (!Sha256.hex(value).equals(sha256)) {
            throw new IllegalStateException("value " + sha256 + " is corrupt in our own store");
        }
        return value;
    }
}

package dev.pressline.normalize.event;

import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.InvalidEnvelopeException;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.normalize.core.Identity;
import dev.pressline.normalize.core.Normalization;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.core.RejectionReason;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Makes of one raw record its normalized event: reads the envelope, asks the {@link Normalizer},
 * and has the blobs kept before the event goes out. Thread-safe.
 */
public final class NormalizedEvents {

    private static final String SOURCE = "urn:pressline:normalize";

    private final Normalizer normalizer;
    private final DocumentBlobs blobs;
    private final LargeValues largeValues;
    private final Clock clock;

    /** Makes events with these. */
    public NormalizedEvents(
            Normalizer normalizer, DocumentBlobs blobs, LargeValues largeValues, Clock clock) {
        this.normalizer = normalizer;
        this.blobs = blobs;
        this.largeValues = largeValues;
        this.clock = clock;
    }

    /**
     * What was made of a raw record.
     *
     * @param rev its version
     * @param event the event, absent where the record gives none
     * @param pendingBlobs a hash of what became of its blobs, absent when none is pending
     */
    public record Made(
            Tid rev, Optional<ProducerRecord<String, byte[]>> event, OptionalInt pendingBlobs) {}

    /**
     * Makes the event of a raw record. Throws {@link RejectedException} for what can never be one,
     * and {@link dev.pressline.kit.failure.InfrastructureException} when the store is down.
     */
    public Made make(ConsumerRecord<String, byte[]> input) {
        Envelope envelope = envelope(input);
        Optional<byte[]> value = largeValues.value(input);
        if (value.isEmpty()) {
            return made(envelope, Optional.of(delete(input, envelope)), OptionalInt.empty());
        }
        return switch (normalizer.normalize(
                envelope, value.get(), Identity.of(envelope.key().did()))) {
            case Normalization.Published published -> event(input, envelope, published.value());
            case Normalization.Joined joined ->
                    made(envelope, Optional.empty(), OptionalInt.empty());
            case Normalization.Ignored ignored ->
                    made(envelope, Optional.empty(), OptionalInt.empty());
            case Normalization.Rejected rejected ->
                    throw new RejectedException(rejected.reason().text(), rejected.message());
        };
    }

    private static Made made(
            Envelope envelope,
            Optional<ProducerRecord<String, byte[]>> event,
            OptionalInt pendingBlobs) {
        return new Made(envelope.rev(), event, pendingBlobs);
    }

    private Envelope envelope(ConsumerRecord<String, byte[]> input) {
        try {
            Envelope envelope =
                    EnvelopeHeaders.read(
                            String.valueOf(input.key()), input.headers(), input.value() != null);
            if (VersionGuard.isFromTheFuture(envelope.rev(), clock.instant())) {
                throw new RejectedException(
                        RejectionReason.REV_FROM_THE_FUTURE.text(),
                        "header ce_rev: "
                                + envelope.rev()
                                + " is "
                                + envelope.rev().instant()
                                + ", later than this clock allows");
            }
            return envelope;
        } catch (InvalidEnvelopeException e) {
            throw new RejectedException(
                    RejectionReason.UNREADABLE_ENVELOPE.text(), String.valueOf(e.getMessage()));
        }
    }

    private Made event(ConsumerRecord<String, byte[]> input, Envelope envelope, Normalized value) {
        Normalized complete = blobs.keep(envelope.key().did(), value);
        Headers headers = headers(envelope);
        byte[] carried = largeValues.carried(ContractJson.write(complete), headers);
        ProducerRecord<String, byte[]> event = record(input, carried, headers);
        return made(envelope, Optional.of(event), DocumentBlobs.pending(complete));
    }

    private static ProducerRecord<String, byte[]> delete(
            ConsumerRecord<String, byte[]> input, Envelope envelope) {
        return record(input, null, headers(envelope));
    }

    /** The event bears the time of the raw record, so that whoever reads it knows its age. */
    private static ProducerRecord<String, byte[]> record(
            ConsumerRecord<String, byte[]> input, byte @Nullable [] value, Headers headers) {
        @Nullable Long time = input.timestamp() < 0 ? null : Long.valueOf(input.timestamp());
        return new ProducerRecord<>(Topics.NORMALIZED, null, time, input.key(), value, headers);
    }

    private static Headers headers(Envelope envelope) {
        return EnvelopeHeaders.write(envelope.passedOn(EventType.NORMALIZED, SOURCE));
    }
}

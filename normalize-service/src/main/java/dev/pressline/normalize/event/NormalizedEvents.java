package dev.pressline.normalize.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.InvalidEnvelopeException;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.normalize.convert.source.Elsewhere;
import dev.pressline.normalize.core.Identity;
import dev.pressline.normalize.core.Normalization;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.core.RawRecord;
import dev.pressline.normalize.core.RecordReader;
import dev.pressline.normalize.core.RejectionReason;
import dev.pressline.normalize.part.PartStore;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

    /** Tells a document that waits for its body from one that waits for the same pictures only. */
    private static final int BODY_PENDING = 1;

    private final Normalizer normalizer;
    private final PartStore parts;
    private final DocumentBodies bodies;
    private final DocumentBlobs blobs;
    private final LargeValues largeValues;
    private final Clock clock;

    /** Makes events with these. */
    public NormalizedEvents(
            Normalizer normalizer,
            PartStore parts,
            DocumentBodies bodies,
            DocumentBlobs blobs,
            LargeValues largeValues,
            Clock clock) {
        this.normalizer = normalizer;
        this.parts = parts;
        this.bodies = bodies;
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
     * @param parts the records that it is made of besides itself, there or not
     */
    public record Made(
            Tid rev,
            Optional<ProducerRecord<String, byte[]>> event,
            OptionalInt pendingBlobs,
            Set<AtUri> parts) {

        /** The same, made of parts, and waiting on where its body may still come. */
        private Made madeOf(Set<AtUri> these, boolean bodyPending) {
            OptionalInt pending =
                    bodyPending
                            ? OptionalInt.of(Objects.hash(BODY_PENDING, pendingBlobs.orElse(0)))
                            : pendingBlobs;
            return new Made(rev, event, pending, these);
        }

        private static Made nothing(Envelope envelope) {
            return new Made(envelope.rev(), Optional.empty(), OptionalInt.empty(), Set.of());
        }
    }

    /**
     * Makes the event of a raw record. Throws {@link RejectedException} for what can never be one,
     * and {@link dev.pressline.kit.failure.InfrastructureException} when the store is down.
     */
    public Made make(ConsumerRecord<String, byte[]> input) {
        Envelope envelope = envelope(input);
        Optional<byte[]> value = largeValues.value(input);
        if (value.isEmpty()) {
            return delete(input, envelope);
        }
        return switch (RecordReader.read(value.get())) {
            case RecordReader.Reading.Unreadable(RejectionReason reason, String message) ->
                    throw new RejectedException(reason.text(), message);
            case RecordReader.Reading.Readable(JsonNode json) ->
                    made(input, new RawRecord(envelope, json));
        };
    }

    private Made made(ConsumerRecord<String, byte[]> input, RawRecord raw) {
        Envelope envelope = raw.envelope();
        Did did = envelope.key().did();
        Set<AtUri> references = Normalizer.parts(raw);
        Map<AtUri, JsonNode> known = parts.values(references);
        DocumentBodies.Outcome body = bodies.get(did, Normalizer.body(raw, known));
        Elsewhere elsewhere = new Elsewhere(known, body.texts());
        return switch (normalizer.normalize(raw, Identity.of(did), elsewhere)) {
            case Normalization.Published published ->
                    event(input, envelope, published.value()).madeOf(references, body.pending());
            case Normalization.Joined joined -> Made.nothing(envelope);
            case Normalization.Ignored ignored -> Made.nothing(envelope);
            case Normalization.Rejected(RejectionReason reason, String message) ->
                    throw new RejectedException(reason.text(), message);
        };
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
        return new Made(
                envelope.rev(),
                Optional.of(record(input, carried, headers)),
                DocumentBlobs.pending(complete),
                Set.of());
    }

    /** Nobody was told of a part, so nobody is told that it is gone. */
    private static Made delete(ConsumerRecord<String, byte[]> input, Envelope envelope) {
        return Normalizer.isPart(envelope.key())
                ? Made.nothing(envelope)
                : new Made(
                        envelope.rev(),
                        Optional.of(record(input, null, headers(envelope))),
                        OptionalInt.empty(),
                        Set.of());
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

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
import dev.pressline.normalize.event.PublicationClaims.Verdict;
import dev.pressline.normalize.lookup.HandleState;
import dev.pressline.normalize.lookup.Handles;
import dev.pressline.normalize.lookup.SiteChecks;
import dev.pressline.normalize.part.PartStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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

    private final Normalizer normalizer;
    private final PartStore parts;
    private final DocumentBodies bodies;
    private final DocumentBlobs blobs;
    private final AccountHandles handles;
    private final PublicationClaims claims;
    private final LargeValues largeValues;
    private final Clock clock;

    /** Makes events with these. */
    public NormalizedEvents(
            Normalizer normalizer,
            PartStore parts,
            DocumentBodies bodies,
            DocumentBlobs blobs,
            Handles handles,
            SiteChecks sites,
            LargeValues largeValues,
            Clock clock) {
        this.normalizer = normalizer;
        this.parts = parts;
        this.bodies = bodies;
        this.blobs = blobs;
        this.handles = new AccountHandles(handles);
        this.claims = new PublicationClaims(sites, clock);
        this.largeValues = largeValues;
        this.clock = clock;
    }

    /**
     * What was made of a raw record.
     *
     * @param rev its version
     * @param event the event, absent where the record gives none
     * @param outlook why to look at the record again, absent when nothing can come of that
     * @param parts the records that it is made of besides itself, there or not
     */
    public record Made(
            Tid rev,
            Optional<ProducerRecord<String, byte[]>> event,
            Optional<Outlook> outlook,
            Set<AtUri> parts) {

        private static Made nothing(Envelope envelope) {
            return new Made(envelope.rev(), Optional.empty(), Optional.empty(), Set.of());
        }
    }

    /**
     * Makes the event of a raw record. Throws {@link RejectedException} for what can never be one,
     * and {@link dev.pressline.kit.failure.InfrastructureException} when the store is down.
     */
    public Made make(ConsumerRecord<String, byte[]> input, Look look) {
        Envelope envelope = envelope(input);
        Optional<byte[]> value = largeValues.value(input);
        if (value.isEmpty()) {
            return delete(input, envelope);
        }
        return switch (RecordReader.read(value.get())) {
            case RecordReader.Reading.Unreadable(RejectionReason reason, String message) ->
                    throw new RejectedException(reason.text(), message);
            case RecordReader.Reading.Readable(JsonNode json) ->
                    made(input, new RawRecord(envelope, json), look);
        };
    }

    private Made made(ConsumerRecord<String, byte[]> input, RawRecord raw, Look look) {
        Envelope envelope = raw.envelope();
        Did did = envelope.key().did();
        Set<AtUri> references = Normalizer.parts(raw);
        Map<AtUri, JsonNode> known = parts.values(references);
        DocumentBodies.Outcome body = bodies.get(did, Normalizer.body(raw, known));
        Elsewhere elsewhere = new Elsewhere(known, body.texts());
        HandleState handle = handles.of(envelope.key());
        Map<Did, HandleState> others = handles.of(Normalizer.contributors(raw));
        Identity identity = new Identity(did, handle.proven(), AccountHandles.proven(others));
        return switch (normalizer.normalize(raw, identity, elsewhere)) {
            case Normalization.Published published -> {
                Normalized named = AccountHandles.write(handle, published.value());
                DocumentBlobs.Seen kept = blobs.keep(did, named);
                Optional<Verdict> verdict = claims.verdict(kept.value(), handle.proven(), look);
                Normalized verified = PublicationClaims.write(verdict, kept.value());
                Outlook.Lacking lacking =
                        new Outlook.Lacking(handle, others, body.pending(), kept.isWaiting());
                yield new Made(
                        envelope.rev(),
                        Optional.of(event(input, envelope, verified)),
                        Outlook.of(verified, lacking, verdict),
                        references);
            }
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

    private ProducerRecord<String, byte[]> event(
            ConsumerRecord<String, byte[]> input, Envelope envelope, Normalized value) {
        Headers headers = headers(envelope);
        return record(input, largeValues.carried(ContractJson.write(value), headers), headers);
    }

    /** What nobody was told of, nobody is told that it is gone. */
    private static Made delete(ConsumerRecord<String, byte[]> input, Envelope envelope) {
        return Normalizer.publishes(envelope.key())
                ? new Made(
                        envelope.rev(),
                        Optional.of(record(input, null, headers(envelope))),
                        Optional.empty(),
                        Set.of())
                : Made.nothing(envelope);
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

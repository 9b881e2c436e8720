package dev.pressline.normalize.stage;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.InvalidEnvelopeException;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.failure.RejectedException;
import dev.pressline.kit.stage.RecordHandler;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.normalize.blob.BlobFetches;
import dev.pressline.normalize.blocks.BlobStates;
import dev.pressline.normalize.core.Identity;
import dev.pressline.normalize.core.Normalization;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.core.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Makes of one raw record its normalized event: reads the envelope, asks the {@link Normalizer},
 * and sees to the blobs before the event goes out. Thread-safe.
 */
@ApplicationScoped
class NormalizeHandler implements RecordHandler {

    private static final String SOURCE = "urn:pressline:normalize";

    private final Normalizer normalizer;
    private final BlobFetches fetches;
    private final LargeValues largeValues;
    private final PendingDocuments pending;
    private final NormalizeConfig config;
    private final Clock clock;

    NormalizeHandler(
            Normalizer normalizer,
            BlobFetches fetches,
            LargeValues largeValues,
            PendingDocuments pending,
            NormalizeConfig config,
            Clock clock) {
        this.normalizer = normalizer;
        this.fetches = fetches;
        this.largeValues = largeValues;
        this.pending = pending;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public List<ProducerRecord<String, byte[]>> handle(ConsumerRecord<String, byte[]> input) {
        pending.forget(String.valueOf(input.key()));
        return handle(input, 0);
    }

    /**
     * Handles a record for the {@code round}-th time; rounds after the first look for blobs that
     * were pending.
     */
    List<ProducerRecord<String, byte[]>> handle(ConsumerRecord<String, byte[]> input, int round) {
        Envelope envelope = envelope(input);
        Optional<byte[]> value = largeValues.value(input);
        if (value.isEmpty()) {
            return List.of(
                    new ProducerRecord<>(
                            Topics.NORMALIZED, null, input.key(), null, headers(envelope)));
        }
        return switch (normalizer.normalize(
                envelope, value.get(), Identity.of(envelope.key().did()))) {
            case Normalization.Published published ->
                    List.of(event(input, envelope, published.value(), round));
            case Normalization.Joined joined -> List.of();
            case Normalization.Ignored ignored -> List.of();
            case Normalization.Rejected rejected ->
                    throw new RejectedException(rejected.reason().text(), rejected.message());
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
            ConsumerRecord<String, byte[]> input, Envelope envelope, Normalized value, int round) {
        Normalized complete = withBlobs(envelope.key().did(), value);
        if (hasPending(complete)) {
            pending.add(input, round, System.nanoTime());
        }
        return largeValues.record(
                Topics.NORMALIZED, input.key(), ContractJson.write(complete), headers(envelope));
    }

    private static org.apache.kafka.common.header.Headers headers(Envelope envelope) {
        return EnvelopeHeaders.write(envelope.passedOn(EventType.NORMALIZED, SOURCE));
    }

    private Normalized withBlobs(Did did, Normalized value) {
        List<Blob> blobs = blobs(value);
        if (blobs.isEmpty()) {
            return value;
        }
        Map<Cid, Blob> kept = fetches.keep(did, blobs, config.blobs().patience());
        return switch (value) {
            case Document document -> BlobStates.apply(document, kept);
            case Publication publication -> withIcon(publication, kept);
            case AccountState account -> account;
        };
    }

    private static List<Blob> blobs(Normalized value) {
        return switch (value) {
            case Document document -> {
                List<Blob> blobs = new ArrayList<>(document.blobs());
                document.coverImage().ifPresent(blobs::add);
                yield blobs;
            }
            case Publication publication -> publication.icon().stream().toList();
            case AccountState account -> List.of();
        };
    }

    private static boolean hasPending(Normalized value) {
        return blobs(value).stream().anyMatch(blob -> blob.state() == BlobState.PENDING);
    }

    private static Publication withIcon(Publication publication, Map<Cid, Blob> kept) {
        return new Publication(
                publication.uri(),
                publication.cid(),
                publication.rev(),
                publication.url(),
                publication.name(),
                publication.description(),
                publication.icon().map(icon -> BlobStates.apply(icon, kept)),
                publication.theme(),
                publication.language(),
                publication.showInDiscover(),
                publication.labels(),
                publication.verification(),
                publication.repairs(),
                publication.violations(),
                publication.more());
    }
}

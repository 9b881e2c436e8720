package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.BlobRef;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.normalize.convert.BodyBlobs;
import dev.pressline.normalize.convert.PartReferences;
import dev.pressline.normalize.convert.source.ConversionContext;
import dev.pressline.normalize.convert.source.Elsewhere;
import dev.pressline.normalize.core.Normalization.Ignored;
import dev.pressline.normalize.core.Normalization.Joined;
import dev.pressline.normalize.core.Normalization.Published;
import dev.pressline.normalize.core.Normalization.Rejected;
import dev.pressline.normalize.repair.RepairSwitches;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes of a raw record the value that every consumer can read: repaired with provenance, its body
 * in blocks, its lexicon breaches listed. A pure function of record, identity and switches; the raw
 * record is never changed. Whatever a record holds, nothing is thrown. Thread-safe.
 */
public final class Normalizer {

    private final DocumentNormalizer documents;
    private final PublicationNormalizer publications;
    private final SubscriptionNormalizer subscriptions;

    /** A normalizer that makes the repairs the switches allow. */
    public Normalizer(RepairSwitches switches) {
        documents = new DocumentNormalizer(switches);
        publications = new PublicationNormalizer(switches);
        subscriptions = new SubscriptionNormalizer(switches);
    }

    /** Whether what a key names has normalized values of its own. */
    public static boolean publishes(EventKey key) {
        return switch (key) {
            case EventKey.OfRecord(AtUri uri) ->
                    switch (Collections.of(uri.collection())) {
                        case DOCUMENTS, PUBLICATIONS, SUBSCRIPTIONS -> true;
                        case PARTS, FOREIGN -> false;
                    };
            case EventKey.OfAccount account -> true;
        };
    }

    /** Whether the values of a collection depend on the handle of the account. */
    public static boolean needsHandle(Nsid collection) {
        return switch (Collections.of(collection)) {
            case DOCUMENTS, PUBLICATIONS -> true;
            case SUBSCRIPTIONS, PARTS, FOREIGN -> false;
        };
    }

    /** Normalizes a record as received, or the state of an account. */
    public Normalization normalize(RawRecord raw, Identity identity) {
        return normalize(raw, identity, Elsewhere.NOTHING);
    }

    /** The same of a document of which pieces stand elsewhere. */
    public Normalization normalize(RawRecord raw, Identity identity, Elsewhere elsewhere) {
        if (!(raw.value() instanceof ObjectNode object)) {
            return new Rejected(
                    RejectionReason.NOT_AN_OBJECT, "the value is " + raw.value().getNodeType());
        }
        return switch (raw.envelope().key()) {
            case EventKey.OfAccount account -> accountState(account, raw.envelope(), object);
            case EventKey.OfRecord subject ->
                    ofRecord(
                            new Subject(
                                    subject.uri(), raw.envelope(), identity, object, elsewhere));
        };
    }

    /** Reads and normalizes the bytes of a record. */
    public Normalization normalize(Envelope envelope, byte[] value, Identity identity) {
        return switch (RecordReader.read(value)) {
            case RecordReader.Reading.Unreadable unreadable ->
                    new Rejected(unreadable.reason(), unreadable.message());
            case RecordReader.Reading.Readable readable ->
                    normalize(new RawRecord(envelope, readable.value()), identity);
        };
    }

    /** Whether a key is that of a record that is a part of some document. */
    public static boolean isPart(EventKey key) {
        return switch (key) {
            case EventKey.OfRecord(AtUri uri) -> PartReferences.isPart(uri.collection());
            case EventKey.OfAccount account -> false;
        };
    }

    /** The parts that a record is made of besides itself, if it is a document. */
    public static Set<AtUri> parts(RawRecord raw) {
        return switch (raw.envelope().key()) {
            case EventKey.OfRecord(AtUri uri) ->
                    Collections.of(uri.collection()) == Collections.DOCUMENTS
                            ? PartReferences.of(uri, raw.value())
                            : Set.of();
            case EventKey.OfAccount account -> Set.of();
        };
    }

    /**
     * The accounts whose handles a value names besides that of the record's own: the first
     * contributors of a document.
     */
    public static Set<Did> contributors(RawRecord raw) {
        return switch (raw.envelope().key()) {
            case EventKey.OfRecord(AtUri uri) ->
                    Collections.of(uri.collection()) == Collections.DOCUMENTS
                            ? Authors.contributors(raw.value(), uri.did())
                            : Set.of();
            case EventKey.OfAccount account -> Set.of();
        };
    }

    /** The blob that holds the body of a document, if one does, given the parts that are known. */
    public static Optional<BlobRef> body(RawRecord raw, Map<AtUri, JsonNode> parts) {
        return switch (raw.envelope().key()) {
            case EventKey.OfRecord(AtUri uri) ->
                    Collections.of(uri.collection()) == Collections.DOCUMENTS
                            ? BodyBlobs.of(raw.value().path("content"), context(uri, parts))
                            : Optional.empty();
            case EventKey.OfAccount account -> Optional.empty();
        };
    }

    private static ConversionContext context(AtUri uri, Map<AtUri, JsonNode> parts) {
        return new ConversionContext(uri, Optional.empty(), new Elsewhere(parts, Map.of()));
    }

    private Normalization ofRecord(Subject subject) {
        AtUri uri = subject.uri();
        return switch (Collections.of(uri.collection())) {
            case DOCUMENTS -> new Published(documents.normalize(subject));
            case PUBLICATIONS -> new Published(publications.normalize(subject));
            case SUBSCRIPTIONS -> new Published(subscriptions.normalize(subject));
            case PARTS -> new Joined(uri.collection());
            case FOREIGN -> new Ignored(uri.collection());
        };
    }

    /** An account that does not say that it is active is not: hidden rather than shown. */
    private static Normalization accountState(
            EventKey.OfAccount account, Envelope envelope, ObjectNode value) {
        JsonNode status = value.path("status");
        return new Published(
                new AccountState(
                        account.did(),
                        envelope.rev(),
                        value.path("active").isBoolean() && value.path("active").booleanValue(),
                        status.isTextual() ? Optional.of(status.textValue()) : Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }
}

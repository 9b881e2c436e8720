package dev.pressline.local.removal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The raw events by which an operator says what a host would say: the state of an account, or that
 * a record is deleted. Stateless.
 */
public final class RemovalEvents {

    private static final String SOURCE = "urn:pressline:operator";

    private RemovalEvents() {}

    /** An account is as its host says, for all we know. */
    public static ProducerRecord<String, byte[]> shown(Did did, Tid rev) {
        return account(did, rev, state(did).put("active", true));
    }

    /** An account is hidden, and why: {@code takendown}, or {@code deleted}, which purges it. */
    public static ProducerRecord<String, byte[]> hidden(Did did, Tid rev, String status) {
        return account(did, rev, state(did).put("active", false).put("status", status));
    }

    /** A record is deleted. */
    public static ProducerRecord<String, byte[]> deleted(AtUri uri, Tid rev) {
        return event(new EventKey.OfRecord(uri), rev, Operation.DELETE, null);
    }

    private static ObjectNode state(Did did) {
        return ContractJson.mapper().createObjectNode().put("did", did.value());
    }

    private static ProducerRecord<String, byte[]> account(Did did, Tid rev, ObjectNode state) {
        try {
            byte[] json = ContractJson.mapper().writeValueAsBytes(state);
            return event(new EventKey.OfAccount(did), rev, Operation.PUT, json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three fields can be written", e);
        }
    }

    private static ProducerRecord<String, byte[]> event(
            EventKey key, Tid rev, Operation operation, byte @Nullable [] value) {
        Envelope envelope =
                new Envelope(
                        EventType.RAW,
                        SOURCE,
                        key,
                        rev,
                        Optional.empty(),
                        operation,
                        Origin.PUSH,
                        Verification.NONE,
                        Optional.of(rev.instant()),
                        Optional.empty());
        return new ProducerRecord<>(
                Topics.RAW, null, key.text(), value, EnvelopeHeaders.write(envelope));
    }
}

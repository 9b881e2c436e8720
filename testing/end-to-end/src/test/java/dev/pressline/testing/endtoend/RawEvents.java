package dev.pressline.testing.endtoend;

import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.Tid;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Events of {@code pressline.raw.v1}, as ingest sends them. Stateless. */
final class RawEvents {

    private RawEvents() {}

    /** The address of a document. */
    static String uri(String did, String rkey) {
        return "at://" + did + "/site.standard.document/" + rkey;
    }

    /** A version of a record as ingest sends it; without JSON its deletion. */
    static ProducerRecord<String, byte[]> event(String key, String rev, @Nullable String json) {
        Envelope envelope =
                new Envelope(
                        EventType.RAW,
                        "urn:test",
                        EventKey.parse(key),
                        Tid.parse(rev),
                        Optional.empty(),
                        json == null ? Operation.DELETE : Operation.PUT,
                        Origin.LIVE,
                        Verification.NONE,
                        Optional.empty(),
                        Optional.empty());
        byte[] value = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(Topics.RAW, null, key, value, EnvelopeHeaders.write(envelope));
    }

    /** A document that lacks nothing, titled by its record key. */
    static ProducerRecord<String, byte[]> document(String did, String rkey, int rev) {
        return event(
                uri(did, rkey),
                Rows.rev(rev),
                """
                {"$type":"site.standard.document","site":"https://a.example","path":"/%s",
                 "title":"%s","publishedAt":"2026-01-01T00:00:00Z","textContent":"Text of it."}
                """
                        .formatted(rkey, rkey));
    }
}

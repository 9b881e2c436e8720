package dev.pressline.testing.benchmarks.corpus;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/**
 * A record with its identity. Immutable by convention.
 *
 * @param did the account
 * @param collection the NSID of the collection
 * @param rkey the record key
 * @param kind which kind of content it has, or {@code publication}
 * @param micros when it was written, in microseconds since 1970
 * @param record its value, in the terms of {@link Encoding}
 * @param body the content before it was put into any format; empty for publications
 */
record GeneratedRecord(
        String did,
        String collection,
        String rkey,
        String kind,
        long micros,
        Map<String, Object> record,
        List<Block> body) {

    String uri() {
        return "at://" + did + "/" + collection + "/" + rkey;
    }

    /** The true CID: dag-cbor, sha-256. */
    String cid() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        Encoding.cbor(record, bytes);
        return Identifiers.cid(0x71, Identifiers.sha256(bytes.toByteArray()));
    }
}

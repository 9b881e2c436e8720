package dev.pressline.contract.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.Cid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The CID of a record: its JSON as canonical DAG-CBOR, hashed. Stateless. */
public final class RecordCid {

    private RecordCid() {}

    /** The CID of a record, or empty where the record is no valid data and so has none. */
    public static Optional<Cid> of(JsonNode record) {
        if (!record.isObject()) {
            return Optional.empty();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(DagCbor.encode(record));
            return Optional.of(Cid.of(Cid.Codec.DAG_CBOR, digest));
        } catch (InvalidDataException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

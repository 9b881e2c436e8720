package dev.pressline.contract.output;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/**
 * A value of {@code pressline.rendered.v1}: an output that can be read. The component names are the
 * contract. Immutable.
 *
 * @param url where it is read
 * @param key its object key
 * @param sha256 the hash of its bytes, in lower-case hex
 * @param etag its entity tag over HTTP, with its quotes
 * @param bytes its size
 * @param source the record it was made from; absent for channels
 */
public record Manifest(
        String url, String key, String sha256, String etag, long bytes, Optional<Source> source) {

    /** The version of a record. */
    public record Source(AtUri uri, Optional<Cid> cid, Tid rev) {}
}

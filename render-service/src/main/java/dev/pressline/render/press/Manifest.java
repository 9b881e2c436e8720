package dev.pressline.render.press;

import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/**
 * A value of {@code pressline.rendered.v1}: an output that can be read. Immutable.
 *
 * @param url where it is read
 * @param key its object key
 * @param sha256 the hash of its bytes
 * @param etag its entity tag over HTTP
 * @param bytes its size
 * @param source the record it was made from; absent for channels
 */
record Manifest(
        String url, String key, String sha256, String etag, long bytes, Optional<Source> source) {

    /** The version of a record. */
    record Source(String uri, Optional<Cid> cid, Tid rev) {}
}

package dev.pressline.normalize.blob;

import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;

/** Where blobs come from: the repository of an account. Thread-safe. */
@FunctionalInterface
public interface BlobPort {

    /** Fetches a blob, already compared with its CID and bounded in size and time. */
    Answer fetch(Did did, Cid cid);

    /** What a repository answered. */
    sealed interface Answer {

        /** The blob's bytes, equal to the CID. */
        record Found(byte[] bytes) implements Answer {}

        /** The repository does not have it, or there is no repository to ask. */
        record Missing() implements Answer {}

        /** What came is not it: other bytes, or too many. */
        record Refused(String why) implements Answer {}

        /** Nobody answers just now. */
        record Unavailable(String why) implements Answer {}
    }
}

package dev.pressline.normalize.blob;

import dev.pressline.contract.identifier.Did;

/** Where blobs come from: finds the server of an account. Thread-safe. */
@FunctionalInterface
public interface BlobPort {

    /** Looks up the server that has the blobs of an account. Blocks while it asks. */
    Located locate(Did did);

    /** What became of a look-up. */
    sealed interface Located {

        /** The account's blobs are on this server. */
        record At(BlobServer server) implements Located {}

        /** There is no such account, or it names no server. */
        record Nowhere() implements Located {}

        /** Nobody answers just now. */
        record Unavailable(String why) implements Located {}
    }
}

package dev.pressline.normalize.blob;

import dev.pressline.contract.identifier.Cid;
import java.io.OutputStream;

/** The server of one account's blobs. Thread-safe. */
public interface BlobServer {

    /** Its host and port, by which bad servers are told from good ones. */
    String host();

    /**
     * Writes a blob to a sink, bounded in size and time, hashed as it passes. What the sink holds
     * is the blob only when the answer is {@link Answer.Found}; else it must be thrown away.
     */
    Answer fetch(Cid cid, OutputStream sink);

    /** What a server answered. */
    sealed interface Answer {

        /** The sink holds the blob, equal to its CID. */
        record Found() implements Answer {}

        /** The server does not have it. */
        record Missing() implements Answer {}

        /** What came is not it: other bytes, or too many. */
        record Refused(String why) implements Answer {}

        /** Nobody answers just now. */
        record Unavailable(String why) implements Answer {}
    }
}

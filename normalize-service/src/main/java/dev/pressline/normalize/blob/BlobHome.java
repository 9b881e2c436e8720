package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.identifier.Did;
import java.util.Optional;

/** Where fetched blobs are kept. Failures of the store are thrown. Thread-safe. */
public interface BlobHome {

    /** An account's blob as it is kept, or empty when it is not. */
    Optional<Blob> stored(Did did, Blob claimed);

    /**
     * Fetches a blob of an account from its server and keeps it, or says why not. Blocks while it
     * fetches.
     */
    Blob fetch(Did did, BlobServer server, Blob claimed);
}

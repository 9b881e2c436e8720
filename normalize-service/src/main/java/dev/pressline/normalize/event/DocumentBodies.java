package dev.pressline.normalize.event;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.BlobRef;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.normalize.blob.BlobFetches;
import dev.pressline.normalize.blob.BodyKeeper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets bodies of documents that come in blobs. Thread-safe. */
public final class DocumentBodies implements AutoCloseable {

    private final BlobFetches fetches;
    private final BodyKeeper keeper;
    private final Duration patience;

    /**
     * Waits for a body no longer than {@code patience}; {@code fetches} fetch for {@code keeper}.
     */
    public DocumentBodies(BlobFetches fetches, BodyKeeper keeper, Duration patience) {
        this.fetches = fetches;
        this.keeper = keeper;
        this.patience = patience;
    }

    /**
     * What became of a body.
     *
     * @param texts its text, empty where it is not there
     * @param pending whether it may still come
     */
    record Outcome(Map<Cid, String> texts, boolean pending) {}

    /** The body of an account's document in a blob, if it has one there. */
    Outcome get(Did did, Optional<BlobRef> body) {
        return body.map(ref -> get(did, claimed(ref))).orElse(new Outcome(Map.of(), false));
    }

    private Outcome get(Did did, Blob claimed) {
        Cid cid = claimed.cid();
        BlobState state =
                fetches.keep(did, List.of(claimed), patience).getOrDefault(cid, claimed).state();
        Map<Cid, String> texts =
                state == BlobState.STORED ? Map.of(cid, keeper.text(did, cid)) : Map.of();
        return new Outcome(texts, state == BlobState.PENDING);
    }

    private static Blob claimed(BlobRef ref) {
        return new Blob(
                ref.cid(),
                ref.mimeType(),
                ref.size(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BlobState.PENDING);
    }

    @Override
    public void close() {
        fetches.close();
    }
}

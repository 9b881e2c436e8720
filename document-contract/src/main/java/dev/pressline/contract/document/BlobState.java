package dev.pressline.contract.document;

import dev.pressline.contract.wire.Spelled;
import java.util.Optional;

/** What became of a blob that a record refers to. */
public enum BlobState implements Spelled {
    /** Kept in the store, equal to its CID. */
    STORED("stored"),
    /** Not fetched yet; the document is sent again when it is. */
    PENDING("pending"),
    /** Its repository does not have it, or there is no repository. */
    MISSING("missing"),
    /** Fetched, but wrong, too large or of a refused type. */
    REFUSED("refused");

    private final String text;

    BlobState(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }

    /** The value of a spelling, or empty when nobody knows it. */
    public static Optional<BlobState> of(String text) {
        return Spelled.find(values(), text);
    }
}

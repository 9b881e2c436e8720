package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.StreamEvent;
import java.util.Optional;

/** The place of one reader in its stream, and what of it is saved. Used by one thread. */
final class StreamPlace {

    private final StreamSource source;
    private final CursorStore store;
    private final Terms terms;
    private Optional<Cursor.OfStream> at;
    private Optional<Cursor.OfStream> saved = Optional.empty();

    /**
     * What its cursors say besides the place.
     *
     * @param filter the hash of what is wanted
     * @param host whose positions they hold
     * @param claim under which they are written
     */
    record Terms(String filter, String host, Claim claim) {}

    /** Goes on behind {@code start}, or at what is said from now on. */
    StreamPlace(
            StreamSource source, CursorStore store, Terms terms, Optional<Cursor.OfStream> start) {
        this.source = source;
        this.store = store;
        this.terms = terms;
        this.at = start.map(this::claimed);
    }

    private Cursor.OfStream claimed(Cursor.OfStream cursor) {
        return new Cursor.OfStream(
                cursor.filter(),
                cursor.host(),
                cursor.position(),
                cursor.time(),
                Optional.of(terms.claim()));
    }

    /** Behind what the stream is asked for; empty for what it says from now on. */
    Optional<Cursor.OfStream> at() {
        return at;
    }

    /**
     * The stream is open at a time, in microseconds since 1970. One that had no place yet has one
     * from here on, so that nothing is missed when it says nothing for long and then breaks.
     */
    void opened(long micros) {
        if (at.isEmpty()) {
            moveTo(new StreamEvent.Place(0, micros));
        }
    }

    /** Everything up to here is read. */
    void moveTo(StreamEvent.Place place) {
        at =
                Optional.of(
                        new Cursor.OfStream(
                                terms.filter(),
                                terms.host(),
                                place.position(),
                                place.time(),
                                Optional.of(terms.claim())));
    }

    /** The host has nothing at this position any more; its time may still do. */
    void forgetPosition() {
        at.ifPresent(cursor -> moveTo(new StreamEvent.Place(0, cursor.time())));
    }

    /** Whether the topic has this place as its last. */
    boolean isSaved() {
        return at.equals(saved);
    }

    /** Saves it; to be called when the brokers have everything that was read. */
    void save() {
        at.ifPresent(cursor -> store.save(source, cursor));
        saved = at;
    }

    /** Somebody else has written over what was saved. */
    void overwritten() {
        saved = Optional.empty();
    }
}

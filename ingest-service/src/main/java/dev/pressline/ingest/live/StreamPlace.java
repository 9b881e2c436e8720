package dev.pressline.ingest.live;

import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.cursor.Missing;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.StreamSource;
import dev.pressline.ingest.stream.StreamEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The place of one reader in its stream, and what of it is saved. Used by one thread. */
final class StreamPlace {

    private final StreamSource source;
    private final CursorStore store;
    private final Terms terms;
    private List<Missing> missing = List.of();
    private Optional<Cursor.OfStream> at;
    private Optional<Cursor.OfStream> saved = Optional.empty();

    /**
     * What its cursors say besides the place.
     *
     * @param wanted what is wanted
     * @param host whose positions they hold
     * @param claim under which they are written
     */
    record Terms(WantedCollections wanted, String host, Claim claim) {}

    /** Goes on behind {@code start}, or at what is said from now on. */
    StreamPlace(
            StreamSource source, CursorStore store, Terms terms, Optional<Cursor.OfStream> start) {
        this.source = source;
        this.store = store;
        this.terms = terms;
        this.at = start.map(this::claimed);
    }

    private Cursor.OfStream claimed(Cursor.OfStream before) {
        missing = before.missing();
        return cursor(before.host(), new StreamEvent.Place(before.position(), before.time()));
    }

    private Cursor.OfStream cursor(String host, StreamEvent.Place place) {
        return new Cursor.OfStream(
                terms.wanted().hash(),
                host,
                place.position(),
                place.time(),
                Optional.of(terms.claim()),
                terms.wanted().patterns(),
                missing);
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
        at = Optional.of(cursor(terms.host(), place));
    }

    /** What is still to be read in another way. */
    List<Missing> missing() {
        return missing;
    }

    /**
     * Something is to be read in another way. What waits already is not noted twice; what may be
     * being asked for, the first, is.
     */
    void lacks(Missing more) {
        boolean waits =
                missing.stream()
                        .skip(1)
                        .anyMatch(each -> each.collections().equals(more.collections()));
        if (!waits && !missing.contains(more)) {
            missing(Stream.concat(missing.stream(), Stream.of(more)).toList());
        }
    }

    /** Something was read in another way, or will be for sure. */
    void found(Missing read) {
        List<Missing> rest = new ArrayList<>(missing);
        rest.remove(read);
        missing(rest);
    }

    private void missing(List<Missing> now) {
        missing = List.copyOf(now);
        at =
                at.map(
                        each ->
                                cursor(
                                        each.host(),
                                        new StreamEvent.Place(each.position(), each.time())));
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

package dev.pressline.ingest.backfill;

import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.ingest.source.RecordSource.RepoSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A repository on its way through being read. Thread-safe. */
final class RepoJob {

    private final RecordSource source;
    private final Owner owner;
    private final boolean isOnlyIfChanged;
    private BackfillState state;
    private Optional<Place> place;
    private int attempts;
    private boolean isAgain;

    /** Who wants a repository read. Called by the thread that reads it. */
    interface Owner {

        /** The brokers have everything before a place of the listing. */
        void moved(RepoJob job, Place place);

        /** Nobody answers; it is tried again later. */
        void waits(RepoJob job);

        /** It is read or refused, as its state says. */
        void over(RepoJob job);
    }

    RepoJob(RecordSource source, String repo, Optional<Place> place, Owner owner) {
        this(source, repo, place, false, owner);
    }

    private RepoJob(
            RecordSource source,
            String repo,
            Optional<Place> place,
            boolean isOnlyIfChanged,
            Owner owner) {
        this.isOnlyIfChanged = isOnlyIfChanged;
        this.source = source;
        this.place = place;
        this.owner = owner;
        this.state = BackfillState.begun(repo);
    }

    /** A repository that is read only where it has changed since all of it was read. */
    static RepoJob ifChanged(RepoSource source, Owner owner) {
        return new RepoJob(source, source.did().value(), Optional.empty(), true, owner);
    }

    boolean isOnlyIfChanged() {
        return isOnlyIfChanged;
    }

    RecordSource source() {
        return source;
    }

    Owner owner() {
        return owner;
    }

    synchronized String repo() {
        return state.repo();
    }

    synchronized BackfillState state() {
        return state;
    }

    synchronized void change(UnaryOperator<BackfillState> change) {
        state = change.apply(state);
    }

    synchronized Optional<Place> place() {
        return place;
    }

    void move(Place to) {
        synchronized (this) {
            place = Optional.of(to);
            attempts = 0;
        }
        owner.moved(this, to);
    }

    /** Whether it will still be read; where that goes on already, it is read once more after it. */
    synchronized boolean isToBeReadAgain() {
        isAgain |= state.phase() == Phase.READING;
        return !state.isOver();
    }

    /** Whether it was asked for again while it was read. */
    synchronized boolean isAgain() {
        return isAgain;
    }

    /** Counts a failed try; returns how many there were in a row. */
    synchronized int failed() {
        return ++attempts;
    }
}

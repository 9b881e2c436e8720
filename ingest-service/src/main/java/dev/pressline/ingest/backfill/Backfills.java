package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.ingest.source.RecordSource.RepoSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The repositories that people ask for, and those that a stream or the network doubts. What a stop
 * interrupts goes on at the next start. Thread-safe.
 */
@ApplicationScoped
public class Backfills {

    private final RepoWorkers workers;
    private final CursorStore cursors;
    private final WantedCollections wanted;
    private final ShownJobs shown = new ShownJobs();
    private final RepoJob.Owner asker = new Asker();
    private final RepoJob.Owner doubter = new Doubter();

    Backfills(RepoWorkers workers, CursorStore cursors, WantedCollections wanted) {
        this.workers = workers;
        this.cursors = cursors;
        this.wanted = wanted;
    }

    /**
     * Begins the backfills of handles or DIDs, but of those that are under way. Returns when that
     * is kept where a crash does not lose it. Throws {@link InvalidIdentifierException}, and begins
     * none, where one is neither.
     */
    public void begin(Collection<String> repos) {
        repos.forEach(this::check);
        Map<RepoBackfillSource, Cursor> asked = new LinkedHashMap<>();
        repos.stream()
                .filter(repo -> !isUnderWay(new RepoBackfillSource(repo)))
                .forEach(repo -> asked.put(new RepoBackfillSource(repo), unread(repo)));
        cursors.saveAll(asked);
        asked.keySet().forEach(source -> begin(source, source.repo(), Optional.empty(), asker));
    }

    private boolean isUnderWay(RepoBackfillSource source) {
        return shown.get(source).filter(job -> !job.state().isOver()).isPresent();
    }

    /** Throws {@link InvalidIdentifierException} where a text is neither a handle nor a DID. */
    public void check(String repo) {
        RepoAddress.check(repo);
    }

    /** Begins the backfill of a handle or DID unless an earlier one is known. */
    public void beginOnce(String repo) {
        if (shown.get(new RepoBackfillSource(repo)).isEmpty()) {
            begin(List.of(repo));
        }
    }

    /**
     * Has a repository read anew, because what we have of it may not be all. Returns when that is
     * kept where a crash does not lose it. One that is being read is read once more.
     */
    public synchronized void readAnew(Did did) {
        RepoSource source = new RepoSource(did);
        cursors.save(source, unread(did.value()));
        readAnew(source);
    }

    private void readAnew(RepoSource source) {
        Optional<RepoJob> known = shown.get(source);
        if (known.isEmpty() || !known.get().isToBeReadAgain()) {
            begin(source, source.did().value(), Optional.empty(), doubter);
        }
    }

    private Cursor.OfRepo unread(String did) {
        return new Cursor.OfRepo(wanted.hash(), did, false, 0, Optional.empty());
    }

    /**
     * Takes up where an earlier process stopped, unless this one knows of it; begins anew if other
     * collections are wanted.
     *
     * @param id the id of the source whose cursor it is
     */
    public void resume(String id, Cursor.OfRepo cursor) {
        if (id.startsWith(RepoSource.PREFIX)) {
            RepoSource source = new RepoSource(Did.parse(cursor.repo()));
            begin(source, cursor.repo(), Optional.empty(), doubter);
        } else if (shown.get(new RepoBackfillSource(cursor.repo())).isEmpty()) {
            resume(new RepoBackfillSource(cursor.repo()), cursor);
        }
    }

    private void resume(RepoBackfillSource source, Cursor.OfRepo cursor) {
        boolean sameFilter = cursor.filter().equals(wanted.hash());
        if (sameFilter && cursor.done()) {
            shown.finished(job(source, cursor, Phase.DONE));
        } else {
            Optional<Cursor.OfRepo> from = Optional.of(cursor).filter(c -> sameFilter);
            begin(source, cursor.repo(), from, asker);
        }
    }

    private RepoJob job(RepoBackfillSource source, Cursor.OfRepo cursor, Phase phase) {
        RepoJob job = new RepoJob(source, cursor.repo(), cursor.place(), asker);
        job.change(state -> state.plus(cursor.records(), 0).in(phase, ""));
        return job;
    }

    /**
     * Keeps a repository of the network that is to be read later, where a crash does not lose it.
     */
    void keep(RepoJob job) {
        cursors.save(job.source(), unread(job.repo()));
        shown.begun(job);
    }

    /** Shows a repository of the network that is over, if it was kept or is refused. */
    void over(RepoJob job, boolean wasKept) {
        if (wasKept) {
            cursors.remove(job.source());
        }
        if (wasKept || job.state().phase() == Phase.REFUSED) {
            shown.finished(job);
        }
    }

    /** Where every backfill stands; of those that are over, the last ones. */
    public List<BackfillState> states() {
        return shown.states();
    }

    private void begin(
            RecordSource source, String repo, Optional<Cursor.OfRepo> from, RepoJob.Owner owner) {
        RepoJob job = new RepoJob(source, repo, from.flatMap(Cursor.OfRepo::place), owner);
        from.ifPresent(cursor -> job.change(state -> state.plus(cursor.records(), 0)));
        if (shown.begun(job)) {
            workers.add(job);
        }
    }

    private final class Asker implements RepoJob.Owner {

        @Override
        public void moved(RepoJob job, Place place) {
            save(job, Optional.of(place));
        }

        @Override
        public void waits(RepoJob job) {
            // Its state says so.
        }

        @Override
        public void over(RepoJob job) {
            if (job.state().phase() == Phase.DONE) {
                save(job, Optional.empty());
            } else {
                cursors.remove(job.source());
            }
            shown.finished(job);
        }

        private void save(RepoJob job, Optional<Place> place) {
            BackfillState state = job.state();
            cursors.save(
                    job.source(),
                    new Cursor.OfRepo(
                            wanted.hash(), state.repo(), place.isEmpty(), state.records(), place));
        }
    }

    private final class Doubter implements RepoJob.Owner {

        @Override
        public void moved(RepoJob job, Place place) {
            // It is read from the beginning after a stop.
        }

        @Override
        public void waits(RepoJob job) {
            // Its state says so.
        }

        @Override
        public void over(RepoJob job) {
            doubtIsOver(job);
        }
    }

    private synchronized void doubtIsOver(RepoJob job) {
        shown.finished(job);
        if (job.isAgain()) {
            begin(job.source(), job.repo(), Optional.empty(), doubter);
        } else {
            cursors.remove(job.source());
        }
    }
}

package dev.pressline.ingest.backfill;

import dev.pressline.ingest.source.RecordSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The repositories whose reading is shown, by their source: all that are not over, and the last
 * {@value #MAX_FINISHED} that are. Thread-safe.
 */
final class ShownJobs {

    static final int MAX_FINISHED = 10_000;

    private final Map<String, RepoJob> jobs = new TreeMap<>();
    private final Deque<RepoJob> finished = new ArrayDeque<>();

    /** Shows a job, unless one of its source is under way; returns whether it does. */
    synchronized boolean begun(RepoJob job) {
        RepoJob known = jobs.get(job.source().id());
        boolean isNew = known == null || known.state().isOver();
        if (isNew) {
            jobs.put(job.source().id(), job);
        }
        return isNew;
    }

    /** Shows a job that is over, as long as few came after it. */
    synchronized void finished(RepoJob job) {
        jobs.put(job.source().id(), job);
        finished.add(job);
        if (finished.size() > MAX_FINISHED) {
            RepoJob eldest = finished.remove();
            jobs.remove(eldest.source().id(), eldest);
        }
    }

    /** The last job of a source. */
    synchronized Optional<RepoJob> get(RecordSource source) {
        return Optional.ofNullable(jobs.get(source.id()));
    }

    /**
     * Where each repository stands; of one that is both asked for and doubtful, the reading that
     * was asked for, whose sources come first.
     */
    synchronized List<BackfillState> states() {
        Map<String, BackfillState> states = new LinkedHashMap<>();
        jobs.values().forEach(job -> states.putIfAbsent(job.repo(), job.state()));
        return List.copyOf(states.values());
    }
}

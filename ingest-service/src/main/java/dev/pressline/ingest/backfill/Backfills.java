package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.RepoBackfillSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.health.LoopMonitor;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/**
 * The backfills of this process: one repository each, a few at once, waiting out whatever is down.
 * One that a stop interrupts goes on at the next start. Thread-safe.
 */
@ApplicationScoped
public class Backfills {

    private static final Logger LOG = Logger.getLogger(Backfills.class);

    private final RepoReader reader;
    private final CursorStore cursors;
    private final WantedCollections wanted;
    private final Semaphore permits;
    private final LoopMonitor.Loop loop;
    private final AtomicInteger active = new AtomicInteger();
    private final Map<String, BackfillState> states = new ConcurrentSkipListMap<>();
    private final Set<String> again = new HashSet<>();
    private final ExecutorService executor;
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});

    @Inject
    Backfills(
            RepoReader reader,
            CursorStore cursors,
            WantedCollections wanted,
            IngestConfig config,
            LoopMonitor monitor) {
        this(
                new Tools(reader, cursors, wanted),
                monitor.loop("backfill"),
                config.concurrentBackfills(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    /** What a backfill reads with, keeps its place in, and looks for. */
    record Tools(RepoReader reader, CursorStore cursors, WantedCollections wanted) {}

    Backfills(Tools tools, LoopMonitor.Loop loop, int concurrency, ExecutorService executor) {
        this.reader = tools.reader();
        this.cursors = tools.cursors();
        this.wanted = tools.wanted();
        this.permits = new Semaphore(concurrency);
        this.loop = loop;
        this.executor = executor;
    }

    /**
     * Begins the backfill of a handle or DID, unless it is under way; throws {@link
     * InvalidIdentifierException}.
     */
    public void begin(String repo) {
        RepoAddress.check(repo);
        begin(repo, Optional.empty());
    }

    /**
     * Has a repository read anew, because what we have of it may not be all. Returns when that is
     * kept where a crash does not lose it. One that is being read is read once more.
     */
    public synchronized void readAnew(Did did) {
        String repo = did.value();
        cursors.save(
                new RepoBackfillSource(repo),
                new Cursor.OfRepo(wanted.hash(), repo, false, 0, Optional.empty()));
        BackfillState known = states.get(repo);
        if (known != null && !known.isOver()) {
            again.add(repo);
        }
        begin(repo, Optional.empty());
    }

    /** Begins the backfill of a handle or DID unless an earlier one is known. */
    public void beginOnce(String repo) {
        if (!states.containsKey(repo)) {
            begin(repo);
        }
    }

    /**
     * Takes up where an earlier process stopped, unless this one knows of it; begins anew if other
     * collections are wanted.
     */
    public void resume(Cursor.OfRepo cursor) {
        if (states.containsKey(cursor.repo())) {
            return;
        }
        boolean sameFilter = cursor.filter().equals(wanted.hash());
        if (sameFilter && cursor.done()) {
            BackfillState done =
                    BackfillState.begun(cursor.repo()).plus(cursor.records(), 0).in(Phase.DONE, "");
            states.putIfAbsent(cursor.repo(), done);
        } else {
            begin(cursor.repo(), Optional.of(cursor).filter(c -> sameFilter));
        }
    }

    /** Where every backfill stands, by name. */
    public Collection<BackfillState> states() {
        return states.values();
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private synchronized void begin(String repo, Optional<Cursor.OfRepo> from) {
        BackfillState known = states.get(repo);
        if (known == null || known.isOver()) {
            long records = from.map(Cursor.OfRepo::records).orElse(0L);
            states.put(repo, BackfillState.begun(repo).plus(records, 0));
            executor.execute(() -> run(new RepoBackfillSource(repo), from));
        }
    }

    private void run(RepoBackfillSource source, Optional<Cursor.OfRepo> from) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (active.getAndIncrement() == 0) {
            loop.begins();
        }
        try {
            read(source, from);
        } finally {
            if (active.decrementAndGet() == 0) {
                loop.rests();
            }
            permits.release();
        }
        readAgainIfAsked(source);
    }

    private void read(RepoBackfillSource source, Optional<Cursor.OfRepo> from) {
        Progress progress = new Progress(change -> update(source, change));
        AtomicReference<Optional<Cursor.Place>> place =
                new AtomicReference<>(from.flatMap(Cursor.OfRepo::place));
        try {
            String remark =
                    retry.whileDown(
                            "backfill of " + source.repo(),
                            () -> reader.read(reading(source, place, progress)));
            done(source, progress, remark);
        } catch (RefusedException e) {
            progress.in(Phase.REFUSED, String.valueOf(e.getMessage()));
        } catch (StoppedException e) {
            LOG.infof(
                    "a backfill stops with the service and goes on with it: repo=%s",
                    source.repo());
        } catch (RuntimeException e) {
            LOG.errorf(
                    e, "a backfill failed for a reason nobody classified: repo=%s", source.repo());
            progress.in(Phase.REFUSED, "an unexpected failure, see the log");
        }
    }

    /** One that is to be read again is not done, whatever happens to this process. */
    private synchronized void done(RepoBackfillSource source, Progress progress, String remark) {
        progress.in(Phase.DONE, remark);
        if (!again.contains(source.repo())) {
            save(source, Optional.empty());
        }
    }

    private synchronized void readAgainIfAsked(RepoBackfillSource source) {
        if (again.remove(source.repo())) {
            begin(source.repo(), Optional.empty());
        }
    }

    private Reading reading(
            RepoBackfillSource source,
            AtomicReference<Optional<Cursor.Place>> place,
            Progress progress) {
        return new Reading(
                source,
                source.repo(),
                Objects.requireNonNull(place.get()),
                progress,
                moved -> {
                    place.set(Optional.of(moved));
                    save(source, Optional.of(moved));
                });
    }

    private void update(RepoBackfillSource source, UnaryOperator<BackfillState> change) {
        loop.turned();
        states.computeIfPresent(source.repo(), (key, state) -> change.apply(state));
    }

    private void save(RepoBackfillSource source, Optional<Cursor.Place> place) {
        long records = states.getOrDefault(source.repo(), BackfillState.begun("")).records();
        cursors.save(
                source,
                new Cursor.OfRepo(wanted.hash(), source.repo(), place.isEmpty(), records, place));
    }
}

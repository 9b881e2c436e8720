package dev.pressline.ingest.backfill;

import dev.pressline.contract.identifier.Nsid;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.Cursor.Counts;
import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.source.RecordSource.NetworkSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of a scan that are being read, oldest first, few at once. The cursor moves behind a
 * page when it and all before it are over. Thread-safe; settled by one thread.
 */
final class ScanPages {

    /** Pages that are read at once, so that the last repositories of one hold up no others. */
    static final int MAX_OPEN = 40;

    /** Repositories whose hosts do not answer, kept to be read later; with more the scan waits. */
    static final int MAX_ASIDE = 50_000;

    private final NetworkSource source;
    private final CursorStore cursors;
    private final Backfills backfills;
    private final NetworkProgress progress;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> aside = new HashSet<>();

    /**
     * A page of a listing.
     *
     * @param collection what is listed
     * @param next where the listing goes on behind it, absent for the last one
     */
    record Page(Nsid collection, Optional<String> next) {}

    private static final class Open {
        private final Page page;
        private int left;
        private Counts counts = Counts.NONE;

        Open(Page page, int left) {
            this.page = page;
            this.left = left;
        }
    }

    ScanPages(
            NetworkSource source,
            CursorStore cursors,
            Backfills backfills,
            NetworkProgress progress) {
        this.source = source;
        this.cursors = cursors;
        this.backfills = backfills;
        this.progress = progress;
    }

    /** Begins a page of so many repositories; returns who is to hear of their end. */
    synchronized RepoJob.Owner add(Page page, int repos) {
        Open opened = new Open(page, repos);
        open.add(opened);
        return new Owner(opened);
    }

    /** Moves the cursor behind what is over, and waits until there is room for another page. */
    Cursor.OfNetwork settle(Cursor.OfNetwork from) throws InterruptedException {
        return settle(from, MAX_OPEN - 1);
    }

    /** Moves the cursor behind the last page, when that is over. */
    Cursor.OfNetwork settleAll(Cursor.OfNetwork from) throws InterruptedException {
        return settle(from, 0);
    }

    private Cursor.OfNetwork settle(Cursor.OfNetwork from, int mayStayOpen)
            throws InterruptedException {
        Cursor.OfNetwork cursor = from;
        while (true) {
            for (Optional<Open> page = over(); page.isPresent(); page = over()) {
                cursor = behind(cursor, page.get());
                cursors.save(source, cursor);
            }
            if (!isFull(mayStayOpen)) {
                return cursor;
            }
            awaitChange(mayStayOpen);
        }
    }

    private synchronized Optional<Open> over() {
        boolean isOver = !open.isEmpty() && open.getFirst().left == 0;
        return isOver ? Optional.of(open.removeFirst()) : Optional.empty();
    }

    private static Cursor.OfNetwork behind(Cursor.OfNetwork cursor, Open page) {
        return cursor.behind(page.page.collection(), page.page.next(), page.counts);
    }

    private synchronized boolean isFull(int mayStayOpen) {
        return open.size() > mayStayOpen || aside.size() >= MAX_ASIDE;
    }

    private synchronized void awaitChange(int mayStayOpen) throws InterruptedException {
        while (isFull(mayStayOpen) && (open.isEmpty() || open.getFirst().left > 0)) {
            wait();
        }
    }

    private final class Owner implements RepoJob.Owner {

        private final Open page;

        Owner(Open page) {
            this.page = page;
        }

        @Override
        public void moved(RepoJob job, Place place) {
            // It is read from the beginning after a stop.
        }

        @Override
        public void waits(RepoJob job) {
            if (setAside(job)) {
                backfills.keep(job);
                left(page);
                if (job.state().isOver()) {
                    backfills.over(job, true);
                }
            }
        }

        @Override
        public void over(RepoJob job) {
            backfills.over(job, isAside(job));
            progress.over(job.state());
            ended(job, page);
        }
    }

    private synchronized boolean isAside(RepoJob job) {
        return aside.contains(job.repo());
    }

    /** Whether it goes aside now, and neither did before nor is over. */
    private synchronized boolean setAside(RepoJob job) {
        boolean isNew = !job.state().isOver() && aside.add(job.repo());
        progress.aside(aside.size());
        return isNew;
    }

    private synchronized void left(Open page) {
        page.left--;
        notifyAll();
    }

    private synchronized void ended(RepoJob job, Open page) {
        boolean wasAside = aside.remove(job.repo());
        if (!wasAside) {
            page.left--;
            page.counts = page.counts.plus(job.state().counts());
        }
        progress.aside(aside.size());
        notifyAll();
    }
}

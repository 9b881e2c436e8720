package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The blobs being fetched: each once, however many documents want it, a few at a time, and no
 * document waits for them longer than it was given. A fetch that outlasts its document goes on and
 * finds its blob in the store next time. Thread-safe.
 */
public final class BlobFetches implements AutoCloseable {

    private final BlobKeeper keeper;
    private final Semaphore concurrency;
    private final Map<Cid, FutureTask<Blob>> running = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /** Fetches at most {@code concurrency} blobs at once. */
    public BlobFetches(BlobKeeper keeper, int concurrency) {
        this.keeper = keeper;
        this.concurrency = new Semaphore(concurrency);
    }

    /** The number of blobs being fetched now. */
    public int inFlight() {
        return running.size();
    }

    /**
     * What became of these blobs of an account, waiting no longer than {@code wait} for all of them
     * together; those not there by then are {@link BlobState#PENDING}. Throws {@link
     * InfrastructureException} when the store is down.
     */
    public Map<Cid, Blob> keep(Did did, List<Blob> blobs, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        Map<Cid, FutureTask<Blob>> started = new LinkedHashMap<>();
        for (Blob blob : blobs) {
            started.computeIfAbsent(blob.cid(), cid -> start(did, blob));
        }
        Map<Cid, Blob> kept = new LinkedHashMap<>();
        for (Blob blob : blobs) {
            FutureTask<Blob> fetch = started.get(blob.cid());
            if (fetch != null && !kept.containsKey(blob.cid())) {
                kept.put(blob.cid(), await(fetch, blob, deadline - System.nanoTime()));
            }
        }
        return kept;
    }

    private FutureTask<Blob> start(Did did, Blob blob) {
        return running.computeIfAbsent(
                blob.cid(),
                cid -> {
                    FutureTask<Blob> fetch = new FutureTask<>(() -> fetch(did, blob));
                    executor.execute(fetch);
                    return fetch;
                });
    }

    private Blob fetch(Did did, Blob blob) throws InterruptedException {
        concurrency.acquire();
        try {
            return keeper.keep(did, blob);
        } finally {
            concurrency.release();
            running.remove(blob.cid());
        }
    }

    private static Blob await(Future<Blob> fetch, Blob claimed, long nanos) {
        try {
            return fetch.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return BlobKeeper.withState(claimed, BlobState.PENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof InfrastructureException down
                    ? down
                    : new IllegalStateException("fetching blob " + claimed.cid(), e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

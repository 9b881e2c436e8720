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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The blobs being fetched: each once from each account, however many documents want it, a few at a
 * time from each server, and no document waits for them longer than it was given; behind a server
 * that keeps others waiting, not at all. A fetch that outlasts its document goes on and finds its
 * blob in the store next time. Thread-safe.
 */
public final class BlobFetches implements AutoCloseable {

    private final BlobPort port;
    private final BlobHome keeper;
    private final Lanes lanes;
    private final Semaphore concurrency;
    private final Map<Wanted, Fetch> running = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * How many fetches run at once.
     *
     * @param all from all servers together
     * @param perServer from each
     */
    public record Concurrency(int all, int perServer) {}

    /** Fetches through {@code port} for {@code keeper}. */
    public BlobFetches(BlobPort port, BlobHome keeper, Concurrency concurrency) {
        this.port = port;
        this.keeper = keeper;
        this.lanes = new Lanes(concurrency.perServer());
        this.concurrency = new Semaphore(concurrency.all());
    }

    /** A blob of one account; what another account's server says of the same CID is no answer. */
    private record Wanted(Did did, Cid cid) {}

    /** One fetch: what documents wait for, and where it stands in line. */
    private static final class Fetch {
        private final CompletableFuture<Blob> answer = new CompletableFuture<>();
        private volatile Optional<Lanes.Lane> lane = Optional.empty();
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
        Map<Cid, Fetch> started = new LinkedHashMap<>();
        for (Blob blob : blobs) {
            started.computeIfAbsent(blob.cid(), cid -> start(did, blob));
        }
        Map<Cid, Blob> kept = new LinkedHashMap<>();
        for (Blob blob : blobs) {
            Fetch fetch = started.get(blob.cid());
            if (fetch != null && !kept.containsKey(blob.cid())) {
                kept.put(blob.cid(), await(fetch, blob, deadline - System.nanoTime()));
            }
        }
        return kept;
    }

    private Fetch start(Did did, Blob blob) {
        return running.computeIfAbsent(
                new Wanted(did, blob.cid()),
                wanted -> {
                    Fetch fetch = new Fetch();
                    executor.execute(() -> run(wanted, blob, fetch));
                    return fetch;
                });
    }

    /** The answer comes last, so that who asks again after it has a fetch of its own. */
    private void run(Wanted wanted, Blob blob, Fetch fetch) {
        Runnable answer = answer(wanted.did(), blob, fetch);
        running.remove(wanted);
        answer.run();
    }

    private Runnable answer(Did did, Blob blob, Fetch fetch) {
        try {
            Blob kept = keep(did, blob, fetch);
            return () -> fetch.answer.complete(kept);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> fetch.answer.complete(pending(blob));
        } catch (RuntimeException | Error e) {
            return () -> fetch.answer.completeExceptionally(e);
        }
    }

    private Blob keep(Did did, Blob blob, Fetch fetch) throws InterruptedException {
        Optional<Blob> stored = keeper.stored(did, blob);
        if (stored.isPresent()) {
            return stored.get();
        }
        return switch (port.locate(did)) {
            case BlobPort.Located.At(BlobServer server) -> queue(did, server, blob, fetch);
            case BlobPort.Located.Nowhere() -> BlobKeeper.withState(blob, BlobState.MISSING);
            case BlobPort.Located.Unavailable(String why) -> pending(blob);
        };
    }

    private Blob queue(Did did, BlobServer server, Blob blob, Fetch fetch)
            throws InterruptedException {
        Optional<Lanes.Lane> entered = lanes.enter(server.host());
        if (entered.isEmpty()) {
            return pending(blob);
        }
        Lanes.Lane lane = entered.get();
        try {
            fetch.lane = entered;
            if (lane.isSlow()) {
                fetch.answer.complete(pending(blob));
            }
            return fetch(lane, () -> keeper.fetch(did, server, blob));
        } finally {
            lanes.leave(lane);
        }
    }

    private Blob fetch(Lanes.Lane lane, Supplier<Blob> fetch) throws InterruptedException {
        lane.permits().acquire();
        try {
            concurrency.acquire();
            try {
                Blob kept = fetch.get();
                if (kept.state() == BlobState.STORED) {
                    lane.delivered();
                }
                return kept;
            } finally {
                concurrency.release();
            }
        } finally {
            lane.permits().release();
        }
    }

    private static Blob await(Fetch fetch, Blob claimed, long nanos) {
        try {
            return fetch.answer.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            fetch.lane.ifPresent(Lanes.Lane::waitedInVain);
            return pending(claimed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof InfrastructureException down
                    ? down
                    : new IllegalStateException("fetching blob " + claimed.cid(), e.getCause());
        }
    }

    private static Blob pending(Blob blob) {
        return BlobKeeper.withState(blob, BlobState.PENDING);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

package dev.pressline.normalize.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Questions to the network, each asked once and its answer kept for a while. Nobody waits for one
 * longer than the patience, and after somebody has waited in vain, nobody at all until the next
 * answer; the question goes on behind, and its answer is there the next time. Thread-safe.
 */
final class LookUps<K, V> implements AutoCloseable {

    private static final int MAX_KNOWN = 50_000;
    private static final int AT_ONCE = 16;

    private final Question<K, V> question;
    private final Duration patience;
    private final Semaphore atOnce = new Semaphore(AT_ONCE);
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Cache<K, CompletableFuture<Optional<V>>> known;
    private volatile boolean isSlow;

    /** Asks the network. */
    @FunctionalInterface
    interface Question<K, V> {

        /** The answer, for as long as it takes; empty while nobody gives one. */
        Optional<V> ask(K key);
    }

    /** Keeps answers for {@code fresh}. */
    LookUps(Question<K, V> question, Duration patience, Duration fresh) {
        this.question = question;
        this.patience = patience;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MAX_KNOWN)
                        .expireAfterWrite(fresh)
                        .executor(Runnable::run)
                        .build();
    }

    /** The answer, if it is known in time. */
    Optional<V> of(K key) {
        return await(known.get(key, this::start));
    }

    /** Forgets an answer, so that the question is asked again. */
    void forget(K key) {
        known.invalidate(key);
    }

    private CompletableFuture<Optional<V>> start(K key) {
        CompletableFuture<Optional<V>> answer = new CompletableFuture<>();
        executor.execute(() -> ask(key, answer));
        return answer;
    }

    private void ask(K key, CompletableFuture<Optional<V>> answer) {
        Optional<V> found = Optional.empty();
        try {
            atOnce.acquire();
            try {
                found = question.ask(key);
            } finally {
                atOnce.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (found.isEmpty()) {
                known.asMap().remove(key, answer);
            } else {
                isSlow = false;
            }
            answer.complete(found);
        }
    }

    private Optional<V> await(CompletableFuture<Optional<V>> answer) {
        try {
            return answer.get(isSlow ? 0 : patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            isSlow = true;
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking the network", e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

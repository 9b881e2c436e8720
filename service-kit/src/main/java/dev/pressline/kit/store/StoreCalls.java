package dev.pressline.kit.store;

import dev.pressline.kit.failure.InfrastructureException;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Runs the requests to the store: counts them, and says of each failure what it is. Thread-safe.
 */
final class StoreCalls {

    private final StoreMetrics metrics;

    StoreCalls(StoreMetrics metrics) {
        this.metrics = metrics;
    }

    /** A request to the store. */
    interface Call<T> {
        T run() throws MinioException, IOException;
    }

    /** Runs a call; any failure is one of infrastructure, which {@code what} names. */
    <T> T call(StoreOperation operation, String what, Call<T> call) {
        try {
            return timed(operation, call);
        } catch (MinioException | IOException e) {
            throw failed(operation, what, e);
        }
    }

    /** The same; empty when the store answers with {@code status}. */
    <T> Optional<T> unless(int status, StoreOperation operation, String what, Call<T> call) {
        try {
            return Optional.of(timed(operation, call));
        } catch (ErrorResponseException e) {
            if (e.response().code() == status && !"NoSuchBucket".equals(e.errorResponse().code())) {
                return Optional.empty();
            }
            throw failed(operation, what, e);
        } catch (MinioException | IOException e) {
            throw failed(operation, what, e);
        }
    }

    private <T> T timed(StoreOperation operation, Call<T> call) throws MinioException, IOException {
        long start = System.nanoTime();
        try {
            return reach(call);
        } finally {
            metrics.answered(operation, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Runs a call; the client hides what failed in an unchecked exception. */
    private static <T> T reach(Call<T> call) throws MinioException, IOException {
        try {
            return call.run();
        } catch (CompletionException | IllegalStateException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof MinioException answer) {
                    throw answer;
                }
                if (cause instanceof IOException connection) {
                    throw connection;
                }
            }
            throw e;
        }
    }

    private InfrastructureException failed(StoreOperation operation, String what, Exception e) {
        metrics.failed(operation);
        String clocks =
                e instanceof ErrorResponseException answer
                        ? ClockDifference.of(answer.response())
                        : "";
        return new InfrastructureException(
                "the store failed to " + what + ": " + e.getMessage() + clocks, e);
    }
}

package dev.pressline.kit.store;

import dev.pressline.kit.failure.InfrastructureException;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Calls of the store's client, whose every failure is an {@link InfrastructureException}. */
final class StoreCalls {

    private StoreCalls() {}

    /** One call. */
    interface Call<T> {
        T run() throws MinioException, IOException;
    }

    /** What a call gives. */
    static <T> T call(String what, Call<T> call) {
        try {
            return reach(call);
        } catch (MinioException | IOException e) {
            throw failed(what, e);
        }
    }

    /** What a call gives, or nothing where the store answers with this status. */
    static <T> Optional<T> unless(int status, String what, Call<T> call) {
        try {
            return Optional.of(reach(call));
        } catch (ErrorResponseException e) {
            if (e.response().code() == status && !"NoSuchBucket".equals(e.errorResponse().code())) {
                return Optional.empty();
            }
            throw failed(what, e);
        } catch (MinioException | IOException e) {
            throw failed(what, e);
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

    private static InfrastructureException failed(String what, Exception e) {
        return new InfrastructureException(
                "the store failed to " + what + ": " + e.getMessage(), e);
    }
}

package dev.pressline.local.watch;

import dev.pressline.local.process.LaunchException;
import java.util.concurrent.ExecutionException;

/** What brokers answer to an administrator's client, or a reason why they did not. Stateless. */
public final class BrokerAnswer {

    private BrokerAnswer() {}

    /** Something asked of the brokers. */
    public interface Question<T> {
        /** Waits for the answer. */
        T ask() throws ExecutionException, InterruptedException;
    }

    /**
     * Waits for an answer; throws {@link LaunchException} when there is none, which says that "the
     * broker does not {@code what}".
     */
    public static <T> T to(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new LaunchException("the broker does not " + what + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** What is thrown by whoever is interrupted while waiting; the thread stays interrupted. */
    public static LaunchException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LaunchException("interrupted while waiting for the broker", cause);
    }
}

package dev.pressline.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for a condition by asking again and again. Immutable.
 *
 * @param limit how long to wait at most
 * @param pause how long to rest between two questions
 */
public record Patience(Duration limit, Duration pause) {

    /** For a child process to come up. */
    public static final Patience FOR_A_START =
            new Patience(Duration.ofSeconds(90), Duration.ofMillis(50));

    /**
     * The answer, as soon as there is one. Throws {@link LaunchException} naming {@code what} when
     * the time is over, and lets the question's own exceptions through at once.
     */
    public <T> T await(String what, Supplier<Optional<T>> question) {
        Instant deadline = Instant.now().plus(limit);
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new LaunchException(what + ": nothing after " + limit.toSeconds() + " s");
            }
            rest();
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while waiting", e);
        }
    }
}

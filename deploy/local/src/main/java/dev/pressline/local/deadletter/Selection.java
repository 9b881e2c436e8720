package dev.pressline.local.deadletter;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which dead letters are meant: those that fit everything that is given. Immutable.
 *
 * @param queue the whole name of a dead-letter queue
 * @param reason one of the closed sets of the stages
 * @param key what the original key begins with, such as the AT-URI of an account
 * @param version of the service that gave up
 */
public record Selection(
        Optional<String> queue,
        Optional<String> reason,
        Optional<String> key,
        Optional<String> version) {

    /** Whether a dead letter is meant. */
    public boolean includes(DeadLetter letter) {
        return fits(queue, letter.at().topic()::equals)
                && fits(reason, letter.reason()::equals)
                && fits(key, letter.key()::startsWith)
                && fits(version, letter.version()::equals);
    }

    private static boolean fits(Optional<String> wanted, Predicate<String> question) {
        return wanted.isEmpty() || question.test(wanted.get());
    }

    /** Whether nothing is given, so that every dead letter is meant. */
    public boolean isEverything() {
        return queue.isEmpty() && reason.isEmpty() && key.isEmpty() && version.isEmpty();
    }
}

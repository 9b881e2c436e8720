package dev.pressline.kit.store;

import java.time.Duration;
import java.util.Date;
import okhttp3.Response;

/**
 * Whether our clock and the store's differ so much that the store may refuse every request for it:
 * S3 allows a quarter of an hour, and says no more than 403. Stateless.
 */
final class ClockDifference {

    /** Less is no cause of a refusal, and worth no word. */
    private static final Duration WORTH_A_WORD = Duration.ofMinutes(5);

    private ClockDifference() {}

    /** How far the clocks are apart, to be put behind a message; empty when they are not. */
    static String of(Response refusal) {
        Date theirs = refusal.headers().getDate("Date");
        if (theirs == null) {
            return "";
        }
        Duration ahead = Duration.ofMillis(refusal.receivedResponseAtMillis() - theirs.getTime());
        if (ahead.abs().compareTo(WORTH_A_WORD) < 0) {
            return "";
        }
        return "; our clock is "
                + ahead.abs().toMinutes()
                + " minutes "
                + (ahead.isNegative() ? "behind" : "ahead of")
                + " the store's";
    }
}

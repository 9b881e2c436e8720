package dev.pressline.normalize.verification;

import dev.pressline.contract.document.VerificationLevel;
import java.time.Duration;
import java.time.Instant;

/**
 * How a publication's claim to a URL stands over time. What was once confirmed is lost only after
 * several failures in a row over several days: sites are down, moved and deployed late. Immutable.
 *
 * @param url the URL that was checked
 * @param level the level that holds now
 * @param confirmed when that level was confirmed last
 * @param failures how many checks in a row gave less
 */
public record Standing(String url, VerificationLevel level, Instant confirmed, int failures) {

    /** How many checks in a row have to fail before a level is lost. */
    static final int FAILURES = 4;

    /** For how long checks have to fail before a level is lost. */
    static final Duration GRACE = Duration.ofDays(3);

    /** A claim of which nothing is known yet. */
    public static Standing begun(String url, Instant now) {
        return new Standing(url, VerificationLevel.UNVERIFIED, now, 0);
    }

    /** The same after a check that found {@code found}. */
    public Standing after(VerificationLevel found, Instant now) {
        if (found.compareTo(level) >= 0) {
            return new Standing(url, found, now, 0);
        }
        boolean isLost = failures + 1 >= FAILURES && !now.isBefore(confirmed.plus(GRACE));
        return isLost
                ? new Standing(url, found, now, 0)
                : new Standing(url, level, confirmed, failures + 1);
    }
}

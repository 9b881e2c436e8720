package dev.pressline.local.watch;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a piece of work is, and how long the rest of it takes at the same rate. Immutable.
 *
 * @param done units done
 * @param total units in all, as far as known
 * @param elapsed since it began
 */
public record Estimate(long done, long total, Duration elapsed) {

    private static final int PERCENT = 100;
    private static final long SHORTEST_RATE_MILLIS = 500;

    /** The part that is done, in percent. */
    public int percent() {
        return total <= 0 ? PERCENT : (int) Math.min(PERCENT, PERCENT * done / total);
    }

    /** Units a second, once it can be told. */
    public Optional<Double> rate() {
        long millis = elapsed.toMillis();
        return millis < SHORTEST_RATE_MILLIS || done <= 0
                ? Optional.empty()
                : Optional.of(done * 1000.0 / millis);
    }

    /** The time that is left at this rate, once it can be told. */
    public Optional<Duration> left() {
        return rate().map(
                        rate ->
                                Duration.ofMillis(
                                        (long) (Math.max(0, total - done) * 1000 / rate)));
    }

    /** The same in words; nothing before that. */
    public String leftInWords() {
        return left().map(Estimate::inWords).orElse("");
    }

    /** A time that is left, to stand behind something: {@code , 1:05 left}, with hours if any. */
    public static String inWords(Duration left) {
        return ", " + clock(left) + " left";
    }

    private static String clock(Duration time) {
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart());
    }
}

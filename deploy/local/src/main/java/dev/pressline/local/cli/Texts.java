package dev.pressline.local.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers and times as people read them. Stateless. */
final class Texts {

    private Texts() {}

    /** A count with separators: {@code 12,345}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count of things: {@code 1 page}, {@code 2 pages}. */
    static String count(long number, String thing) {
        return count(number) + ' ' + thing + (number == 1 ? "" : "s");
    }

    /** Seconds with one decimal: {@code 3.4 s}. */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

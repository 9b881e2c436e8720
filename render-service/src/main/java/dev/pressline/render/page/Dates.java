package dev.pressline.render.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as outputs spell them, always in UTC. Stateless and thread-safe. */
public final class Dates {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private Dates() {}

    /** For readers: {@code 17 February 2026}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** RFC 3339 in whole seconds: {@code 2026-02-17T22:58:56Z}. */
    public static String rfc3339(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** RFC 822 with a year of four digits: {@code Tue, 17 Feb 2026 22:58:56 GMT}. */
    public static String rfc822(Instant instant) {
        return RFC_822.format(instant);
    }
}

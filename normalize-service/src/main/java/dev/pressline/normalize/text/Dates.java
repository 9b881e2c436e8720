package dev.pressline.normalize.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads dates as they occur: strictly as the protocol writes them, and as people do. Stateless. */
public final class Dates {

    private static final int MAX_LENGTH = 64;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final long SECONDS_LIMIT = 100_000_000_000L;
    private static final List<Function<String, Instant>> LOOSE =
            List.of(
                    text -> OffsetDateTime.parse(text.replaceFirst(" ", "T")).toInstant(),
                    text ->
                            LocalDateTime.parse(text.replaceFirst(" ", "T"))
                                    .toInstant(ZoneOffset.UTC),
                    text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC),
                    text ->
                            OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant(),
                    text -> ofNumber(Long.parseLong(text)));

    private Dates() {}

    /** The moment of an RFC 3339 date with time and offset, in the years 1 to 9999. */
    public static Optional<Instant> strict(String text) {
        return tried(text, t -> OffsetDateTime.parse(t).toInstant());
    }

    /**
     * The moment of a date in another spelling: a day alone is its first moment in UTC, a time
     * without offset is UTC, a number counts seconds or milliseconds since 1970.
     */
    public static Optional<Instant> loose(String text) {
        String trimmed = text.strip().toUpperCase(Locale.ROOT);
        return LOOSE.stream().flatMap(form -> tried(trimmed, form).stream()).findFirst();
    }

    private static Optional<Instant> tried(String text, Function<String, Instant> form) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.apply(text)).filter(Dates::isWritable);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant ofNumber(long number) {
        return Math.abs(number) < SECONDS_LIMIT
                ? Instant.ofEpochSecond(number)
                : Instant.ofEpochMilli(number);
    }

    private static boolean isWritable(Instant moment) {
        return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
    }
}

package dev.pressline.contract.identifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads the spelling of a {@link Datetime} from left to right. Used by one thread, once. */
final class DatetimeReader {

    private static final Instant YEAR_0 = LocalDateTime.of(0, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    private static final int NANO_DIGITS = 9;

    private final String text;
    private int at;

    private DatetimeReader(String text) {
        this.text = text;
    }

    /** The moment; throws {@link InvalidIdentifierException} naming the fault. */
    static Instant read(String text) {
        if (text.length() > Datetime.MAX_LENGTH) {
            throw fault(text, "is longer than " + Datetime.MAX_LENGTH + " characters");
        }
        try {
            Instant instant = new DatetimeReader(text).instant();
            if (instant.isBefore(YEAR_0)) {
                throw fault(text, "is before the year 0");
            }
            return instant;
        } catch (DateTimeException e) {
            throw fault(text, "names no day and time that exists");
        }
    }

    private Instant instant() {
        int year = number(4);
        int month = number('-', 2);
        int day = number('-', 2);
        int hour = number('T', 2);
        int minute = number(':', 2);
        int second = number(':', 2);
        int nanos = fraction();
        int offset = offsetSeconds();
        if (at != text.length()) {
            throw fault(text, "goes on after its zone");
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                .minusSeconds(offset)
                .toInstant(ZoneOffset.UTC);
    }

    private int fraction() {
        if (!next('.')) {
            return 0;
        }
        int start = at;
        int nanos = 0;
        for (int digits = 0; isDigit() || digits < NANO_DIGITS; digits++) {
            int digit = isDigit() ? text.charAt(at++) - '0' : 0;
            nanos = digits < NANO_DIGITS ? nanos * 10 + digit : nanos;
        }
        if (at == start) {
            throw fault(text, "has no digit after the point");
        }
        return nanos;
    }

    private int offsetSeconds() {
        if (next('Z')) {
            return 0;
        }
        boolean west = !next('+');
        if (west && !next('-')) {
            throw fault(text, "has no zone: Z or an offset like +01:00");
        }
        int hours = number(2);
        int minutes = number(':', 2);
        if (hours > 23 || minutes > 59 || (west && hours == 0 && minutes == 0)) {
            throw fault(text, "has an offset outside -23:59 to +23:59, or -00:00");
        }
        int seconds = (hours * 60 + minutes) * 60;
        return west ? -seconds : seconds;
    }

    private int number(char before, int digits) {
        if (!next(before)) {
            throw fault(text, "has no " + before + " at " + at);
        }
        return number(digits);
    }

    private int number(int digits) {
        int number = 0;
        for (int i = 0; i < digits; i++) {
            if (!isDigit()) {
                throw fault(text, "has no digit at " + at);
            }
            number = number * 10 + text.charAt(at++) - '0';
        }
        return number;
    }

    private boolean isDigit() {
        return at < text.length() && Ascii.isDigit(text.charAt(at));
    }

    private boolean next(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private static InvalidIdentifierException fault(String text, String problem) {
        return new InvalidIdentifierException("datetime", text, problem);
    }
}

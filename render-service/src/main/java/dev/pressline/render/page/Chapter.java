package dev.pressline.render.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pressline.contract.output.ObjectKeys;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a part of a channel's archive: a month, in UTC, or what has no date, and which part
 * of it. Immutable.
 *
 * @param month the month; empty for documents without a date
 * @param part the later part of the month; empty for its first
 */
public record Chapter(Optional<YearMonth> month, Optional<String> part) {

    private static final String UNDATED = "undated";
    private static final Pattern PART = Pattern.compile("[a-z2-7]{1,52}");
    private static final DateTimeFormatter IN_WORDS =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** Checks the part; throws {@link IllegalArgumentException} where it is no base32. */
    public Chapter {
        part.filter(text -> !PART.matcher(text).matches())
                .ifPresent(
                        text -> {
                            throw new IllegalArgumentException("no part of an archive: " + text);
                        });
    }

    /** Reads {@code 2026-02}, {@code 2026-02/abc} or {@code undated}; throws when it is neither. */
    @JsonCreator
    public static Chapter parse(String text) {
        int slash = text.indexOf('/');
        String month = slash < 0 ? text : text.substring(0, slash);
        Optional<String> part =
                slash < 0 ? Optional.empty() : Optional.of(text.substring(slash + 1));
        try {
            return new Chapter(
                    month.equals(UNDATED) ? Optional.empty() : Optional.of(YearMonth.parse(month)),
                    part);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no month of an archive: " + month, e);
        }
    }

    /** The text that {@link #parse} reads. */
    @JsonValue
    public String text() {
        return spelled(month) + part.map(each -> "/" + each).orElse("");
    }

    private static String spelled(Optional<YearMonth> month) {
        return month.map(YearMonth::toString).orElse(UNDATED);
    }

    /** Its folder below that of its channel, with its trailing slash. */
    public String folder(String channel) {
        return ObjectKeys.archive(channel) + text() + '/';
    }

    /** For readers: {@code February 2026}. */
    public String inWords() {
        return month.map(IN_WORDS::format).orElse("Without a date");
    }
}

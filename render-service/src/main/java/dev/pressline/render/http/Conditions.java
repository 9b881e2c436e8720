package dev.pressline.render.http;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The conditions under which a request wants a body (RFC 9110, 13). Pure.
 *
 * @param headers the headers of the request
 */
record Conditions(MultiMap headers) {

    /** The form of dates in HTTP. */
    static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Whether there is any. */
    boolean areGiven() {
        return headers.contains("If-None-Match") || headers.contains("If-Modified-Since");
    }

    /** Whether the client has the body already; the date counts only where no tag is named. */
    boolean isKnown(String entityTag, Instant lastModified) {
        if (headers.contains("If-None-Match")) {
            return EntityTags.match(headers.get("If-None-Match"), entityTag);
        }
        return date("If-Modified-Since")
                .filter(since -> !seconds(lastModified).isAfter(since))
                .isPresent();
    }

    /**
     * What range is wanted: all where {@code If-Range} names another version. Weak tags never match
     * here.
     */
    ByteRange range(String entityTag, Instant lastModified, long size) {
        @Nullable String condition = headers.get("If-Range");
        boolean isSame =
                condition == null
                        || condition.strip().equals(entityTag)
                        || date("If-Range").filter(seconds(lastModified)::equals).isPresent();
        return isSame ? ByteRange.of(headers.get("Range"), size) : new ByteRange.Whole();
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<Instant> date(String header) {
        @Nullable String value = headers.get(header);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package dev.pressline.render.index;

import dev.pressline.contract.identifier.AtUri;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Keys that sort the documents of a channel newest first, then by AT-URI; documents without a date
 * come last.
 */
final class OrderKey {

    private static final char SEPARATOR = '\u0001';
    private static final long MAX_MICROS = 1L << 60;

    private OrderKey() {}

    /** What all keys of a channel begin with. */
    static String prefix(String channel) {
        return channel + SEPARATOR;
    }

    static String of(String channel, Optional<Instant> publishedAt, AtUri uri) {
        long micros =
                publishedAt
                        .map(time -> ChronoUnit.MICROS.between(Instant.EPOCH, time))
                        .orElse(-MAX_MICROS / 2);
        long inverted = MAX_MICROS - Math.clamp(micros, -MAX_MICROS / 2, MAX_MICROS / 2);
        return prefix(channel) + String.format(Locale.ROOT, "%019d", inverted) + end(uri);
    }

    /** What a key of a document ends with. */
    static String end(AtUri uri) {
        return SEPARATOR + uri.toString();
    }

    /** The channel of a key. */
    static String channel(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    static AtUri uri(String key) {
        return AtUri.parse(key.substring(key.lastIndexOf(SEPARATOR) + 1));
    }
}

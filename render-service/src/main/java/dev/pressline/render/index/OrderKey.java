package dev.pressline.render.index;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Keys that sort the documents of a channel newest first, then by AT-URI; documents without a date
 * come last.
 */
final class OrderKey {

    private static final char SEPARATOR = '\u0001';
    private static final char BEHIND = '\u0002';
    private static final String SORTED = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int DIGITS = 19;
    private static final long MAX_MICROS = 1L << 60;

    /** Stands for no date. */
    private static final long UNDATED = -MAX_MICROS / 2;

    private OrderKey() {}

    /** What all keys of a channel begin with. */
    static String prefix(String channel) {
        return channel + SEPARATOR;
    }

    static String of(String channel, Optional<Instant> publishedAt, AtUri uri) {
        return prefix(channel)
                + inverted(publishedAt.map(OrderKey::micros).orElse(UNDATED))
                + end(uri);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static String inverted(long micros) {
        return String.format(
                Locale.ROOT, "%019d", MAX_MICROS - Math.clamp(micros, UNDATED, -UNDATED));
    }

    /** The month of a document's key, in UTC; empty for one without a date. */
    static Optional<YearMonth> month(String key) {
        int digits = key.indexOf(SEPARATOR) + 1;
        long micros = MAX_MICROS - Long.parseLong(key.substring(digits, digits + DIGITS));
        return micros == UNDATED
                ? Optional.empty()
                : Optional.of(
                        YearMonth.from(
                                Instant.EPOCH
                                        .plus(micros, ChronoUnit.MICROS)
                                        .atOffset(ZoneOffset.UTC)));
    }

    /** What comes behind all documents of a month, and before all of older ones. */
    static String behind(String channel, Optional<YearMonth> month) {
        long start = month.map(OrderKey::start).orElse(UNDATED);
        return prefix(channel) + inverted(start) + BEHIND;
    }

    /** What comes before all documents of a month, and behind all of newer ones. */
    static String before(String channel, Optional<YearMonth> month) {
        long end = month.map(each -> start(each.plusMonths(1))).orElse(UNDATED + 1);
        return prefix(channel) + inverted(end) + BEHIND;
    }

    private static long start(YearMonth month) {
        Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Math.max(UNDATED + 1, micros(start));
    }

    /** A rev so spelled that newer ones come first. */
    static String newestFirst(Tid rev) {
        StringBuilder inverted = new StringBuilder();
        rev.value()
                .chars()
                .map(SORTED::indexOf)
                .forEach(i -> inverted.append(SORTED.charAt(SORTED.length() - 1 - i)));
        return inverted.toString();
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

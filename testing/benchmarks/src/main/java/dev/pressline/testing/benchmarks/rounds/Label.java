package dev.pressline.testing.benchmarks.rounds;

import java.util.List;
import java.util.Locale;

/**
 * A row or column of a table. Immutable.
 *
 * @param key its part of the names of figures
 * @param text what readers are told
 */
record Label(String key, String text) {

    /** Keys that speak for themselves. */
    static List<Label> plain(List<String> keys) {
        return keys.stream().map(key -> new Label(key, key)).toList();
    }

    /** Keys that are whole numbers, written for people. */
    static List<Label> sizes(List<String> keys) {
        return keys.stream()
                .map(key -> new Label(key, String.format(Locale.ROOT, "%,d", Long.valueOf(key))))
                .toList();
    }
}

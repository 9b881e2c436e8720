package dev.pressline.normalize.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The letters and words of a text. Stateless. */
final class Scripts {

    /** So much of a text is looked at: more would not make an answer surer, only slower. */
    private static final int MAX_LENGTH = 3_000;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private Scripts() {}

    /**
     * The letters of a text.
     *
     * @param letters all of them
     * @param counts how many of each script
     * @param main the commonest script
     */
    record Sample(int letters, Map<UnicodeScript, Integer> counts, UnicodeScript main) {

        /** How many letters are of a script. */
        int of(UnicodeScript script) {
            return counts.getOrDefault(script, 0);
        }
    }

    /** Counts the letters at the beginning of a text. */
    static Sample sample(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int latin = 0;
        int end = Math.min(text.length(), MAX_LENGTH);
        for (int at = 0; at < end; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (!Character.isLetter(c)) {
                continue;
            }
            if (c < FIRST_BEYOND_ASCII) {
                latin++;
            } else {
                counts.merge(UnicodeScript.of(c), 1, Integer::sum);
            }
        }
        if (latin > 0) {
            counts.merge(UnicodeScript.LATIN, latin, Integer::sum);
        }
        int letters = counts.values().stream().mapToInt(Integer::intValue).sum();
        UnicodeScript main =
                counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(UnicodeScript.UNKNOWN);
        return new Sample(letters, counts, main);
    }

    /** The runs of letters at the beginning of a text, in lower case. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        int end = Math.min(text.length(), MAX_LENGTH);
        for (int i = 0; i <= end; i++) {
            boolean letter = i < end && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }
}

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

    private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();
    private static final int LATIN = UnicodeScript.LATIN.ordinal();

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
        int[] ofScript = new int[SCRIPTS.length];
        int end = Math.min(text.length(), MAX_LENGTH);
        for (int at = 0; at < end; ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c < FIRST_BEYOND_ASCII) {
                ofScript[LATIN] += isAsciiLetter(c) ? 1 : 0;
            } else if (Character.isLetter(c)) {
                ofScript[UnicodeScript.of(c).ordinal()]++;
            }
        }
        return sample(ofScript);
    }

    private static Sample sample(int[] ofScript) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        for (UnicodeScript script : SCRIPTS) {
            int count = ofScript[script.ordinal()];
            letters += count;
            if (count > 0) {
                counts.put(script, count);
            }
        }
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
            boolean letter = i < end && isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isLetter(char c) {
        return c < FIRST_BEYOND_ASCII ? isAsciiLetter(c) : Character.isLetter(c);
    }

    private static boolean isAsciiLetter(int c) {
        int small = c | 0x20;
        return small >= 'a' && small <= 'z';
    }
}

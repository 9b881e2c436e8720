package dev.pressline.normalize.language;

import dev.pressline.normalize.language.Scripts.Sample;
import java.lang.Character.UnicodeScript;
import java.util.Optional;

/**
 * Names the language of a text of at least 60 letters, or none where it is not sure. A script that
 * serves one language decides by itself; Latin, Cyrillic and Arabic texts are decided by the share
 * of each language's commonest words and letters. Such a detector is small, fast and never sure of
 * two words, which is what statistical models get wrong first. Stateless and thread-safe.
 */
public final class LanguageDetector {

    /** The fewest letters that say anything. */
    public static final int MIN_LETTERS = 60;

    private LanguageDetector() {}

    /** The language of a text as a BCP 47 tag, or empty where the text does not tell. */
    public static Optional<String> detect(String text) {
        Sample sample = Scripts.sample(text);
        if (sample.letters() < MIN_LETTERS) {
            return Optional.empty();
        }
        return switch (sample.main()) {
            case HAN, HIRAGANA, KATAKANA -> Optional.of(eastAsian(sample));
            case HANGUL -> Optional.of("ko");
            case GREEK -> Optional.of("el");
            case HEBREW -> Optional.of("he");
            case THAI -> Optional.of("th");
            case GEORGIAN -> Optional.of("ka");
            case ARMENIAN -> Optional.of("hy");
            case LATIN -> CommonWords.language(Scripts.words(text));
            case CYRILLIC -> Optional.of(cyrillic(text));
            case ARABIC -> Optional.of(arabic(text));
            // A closed list of scripts is out of reach: Unicode adds some every year.
            default -> Optional.empty();
        };
    }

    /** Japanese mixes Kana into Han; Chinese does not. */
    private static String eastAsian(Sample sample) {
        int kana = sample.of(UnicodeScript.HIRAGANA) + sample.of(UnicodeScript.KATAKANA);
        return kana * 10 > sample.letters() ? "ja" : "zh";
    }

    private static String cyrillic(String text) {
        if (hasAny(text, "ўЎ")) {
            return "be";
        }
        if (hasAny(text, "їєґЇЄҐ")) {
            return "uk";
        }
        if (hasAny(text, "ђћЂЋ")) {
            return "sr";
        }
        if (hasAny(text, "ѓќЃЌ")) {
            return "mk";
        }
        return hasAny(text, "ыэЫЭ") ? "ru" : "bg";
    }

    private static String arabic(String text) {
        if (hasAny(text, "ٹڈڑےں")) {
            return "ur";
        }
        return hasAny(text, "پچژگ") ? "fa" : "ar";
    }

    private static boolean hasAny(String text, String letters) {
        return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }
}

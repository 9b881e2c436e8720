package dev.pressline.render.html;

import dev.pressline.contract.document.Language;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The language of a text and the direction it runs in, as HTML marks them. Words of ours are in
 * English. Immutable.
 *
 * @param tag the BCP 47 tag, absent when nobody knows it
 * @see <a href="https://www.w3.org/TR/i18n-html-tech-lang/">W3C: declaring language in HTML</a>
 */
public record TextLanguage(Optional<String> tag) {

    /** The language of our own words. */
    public static final TextLanguage ENGLISH = new TextLanguage(Optional.of("en"));

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of(
                    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "nqo", "ps", "sd", "syr",
                    "ug", "ur", "yi");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("arab", "hebr", "thaa", "nkoo", "syrc", "adlm", "rohg");

    /**
     * The language of a document or publication; tags that are not well-formed count as unknown.
     */
    public static TextLanguage of(Optional<Language> language) {
        return new TextLanguage(language.map(Language::tag).filter(TextLanguage::isWellFormed));
    }

    /** Whether the text runs from right to left; the script decides before the language. */
    public boolean isRightToLeft() {
        String[] subtags = tag.orElse("").toLowerCase(Locale.ROOT).split("-", -1);
        for (int i = 1; i < subtags.length; i++) {
            if (subtags[i].length() == 4 && Character.isLetter(subtags[i].charAt(0))) {
                return RIGHT_TO_LEFT_SCRIPTS.contains(subtags[i]);
            }
        }
        return RIGHT_TO_LEFT.contains(subtags[0]);
    }

    /** Marks a whole page whose main text is in this language. */
    public void markPage(Html html) {
        html.with(Attribute.LANG, tag.orElse("en"))
                .with(Attribute.DIR, isRightToLeft() ? "rtl" : "ltr");
    }

    /** Marks a text in this language on a page of another. */
    public void markText(Html html) {
        html.with(Attribute.LANG, tag.orElse(""))
                .with(Attribute.DIR, tag.isEmpty() ? "auto" : isRightToLeft() ? "rtl" : "ltr");
    }

    /** Marks words of ours on a page or in a text of this language, if that is not English. */
    public void markEnglish(Html html) {
        markEnglishWords(html);
        if (isRightToLeft()) {
            html.with(Attribute.DIR, "ltr");
        }
    }

    /** Marks a word or two of ours, which follow the direction of what is around them. */
    public void markEnglishWords(Html html) {
        if (tag.isPresent() && !isEnglish()) {
            html.with(Attribute.LANG, "en");
        }
    }

    private boolean isEnglish() {
        String text = tag.orElse("").toLowerCase(Locale.ROOT);
        return text.equals("en") || text.startsWith("en-");
    }

    private static boolean isWellFormed(String tag) {
        return !tag.isEmpty()
                && tag.length() <= 35
                && tag.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
    }
}

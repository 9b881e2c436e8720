package dev.pressline.render.page;

import dev.pressline.contract.document.Author;
import dev.pressline.render.html.Encoder;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/** How people and documents are called in outputs. Stateless and thread-safe. */
public final class Names {

    private static final int LONGEST = 80;

    private Names() {}

    /** The display name of an author, else the handle, else the DID. */
    public static String of(Author author) {
        return author.displayName()
                .map(Encoder::clean)
                .filter(name -> !name.isBlank())
                .or(() -> author.handle().map(Object::toString))
                .orElse(author.did().value());
    }

    /** The title; where it is blank the beginning of the summary; else "Untitled". */
    public static String title(String title, Optional<String> summary) {
        String shown = Encoder.clean(title).strip();
        if (!shown.isEmpty()) {
            return shown;
        }
        return summary.filter(text -> !text.isBlank())
                .map(text -> beginning(text.strip(), LONGEST))
                .orElse("Untitled");
    }

    /** The first {@code longest} characters, cut between words or at least between graphemes. */
    static String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int blank = text.lastIndexOf(' ', longest);
        if (blank > longest / 2) {
            return text.substring(0, blank) + "…";
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        return text.substring(0, graphemes.preceding(longest + 1)) + "…";
    }
}

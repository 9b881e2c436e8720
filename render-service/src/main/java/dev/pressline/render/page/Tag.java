package dev.pressline.render.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tag by which documents of all publishers are found, whatever way they spell it: in Unicode's
 * compatible form, without case and blanks around it. Immutable.
 *
 * @param name the tag so spelled, never empty, cut when it is very long
 */
public record Tag(@JsonValue String name) {

    /** The most tags by which one document is found; more say nothing about it. */
    static final int MOST = 20;

    /** In code points: what listings, which end a long tag with an ellipsis, still show of it. */
    private static final int LONGEST = 199;

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** A tag as {@link #of} spells it; throws {@link IllegalArgumentException} for an empty one. */
    @JsonCreator
    public Tag {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a tag is empty");
        }
    }

    /** The tag that somebody wrote; empty where nothing is left of it. */
    static Optional<Tag> of(String written) {
        return Optional.of(spelled(written)).filter(name -> !name.isEmpty()).map(Tag::new);
    }

    /** The tags by which a document is found, of those it has. */
    public static List<Tag> of(List<String> written) {
        Set<Tag> tags = new LinkedHashSet<>();
        written.stream().limit(MOST).forEach(each -> of(each).ifPresent(tags::add));
        return List.copyOf(tags);
    }

    private static String spelled(String written) {
        String folded = folded(beginning(written));
        return beginning(BLANK.matcher(folded).replaceAll(" ").strip()).strip();
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    private static String folded(String text) {
        String upper = compatible(text).toUpperCase(Locale.ROOT);
        return compatible(upper.toLowerCase(Locale.ROOT));
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}

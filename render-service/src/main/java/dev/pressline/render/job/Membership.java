package dev.pressline.render.job;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.render.defect.Defect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A value of {@code pressline.feeds.v1}: a document, whose page is printed, is listed on the front
 * page; a null value says that it no longer is. Immutable.
 *
 * @param item the document
 * @param defects what had to be repaired in it; readers take absence as nothing
 */
public record Membership(Item item, @JsonSetter(nulls = Nulls.AS_EMPTY) List<Defect> defects) {

    private static final String FRONT = "front|";

    /** The key of a document's membership. */
    public static String key(AtUri uri) {
        return FRONT + uri;
    }

    /** The document a key names. */
    public static AtUri uri(String key) {
        return AtUri.parse(key.substring(FRONT.length()));
    }

    /** Whether a key is that of a document's membership in the front page. */
    public static boolean isOfFront(String key) {
        return key.startsWith(FRONT);
    }

    /** When the document was published, for the order. */
    public Optional<Instant> publishedAt() {
        return item.entry().publishedAt();
    }
}

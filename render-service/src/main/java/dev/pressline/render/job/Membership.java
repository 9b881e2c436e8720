package dev.pressline.render.job;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.pressline.render.defect.Defect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A value of {@code pressline.feeds.v1}: a document, whose page is printed, is listed in the
 * channel that the {@link MembershipKey} names; a null value says that it no longer is. Immutable.
 *
 * @param item the document
 * @param defects what had to be repaired in it; readers take absence as nothing
 */
public record Membership(Item item, @JsonSetter(nulls = Nulls.AS_EMPTY) List<Defect> defects) {

    /** When the document was published, for the order. */
    public Optional<Instant> publishedAt() {
        return item.entry().publishedAt();
    }

    /** The same without what had to be repaired, which is reported once. */
    public Membership withoutDefects() {
        return new Membership(item, List.of());
    }
}

package dev.pressline.normalize.event;

import dev.pressline.normalize.verification.Standing;
import java.util.Optional;

/**
 * How a raw record is looked at. Immutable.
 *
 * @param before how the claim of a publication stood when it was looked at last
 * @param asksSites whether the site of a publication may be asked, which takes its time
 */
public record Look(Optional<Standing> before, boolean asksSites) {

    /** The first look at a record, which is never held up. */
    public static final Look FIRST = new Look(Optional.empty(), false);
}

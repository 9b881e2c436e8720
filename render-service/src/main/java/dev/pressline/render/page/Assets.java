package dev.pressline.render.page;

import dev.pressline.contract.document.Publication;
import java.util.List;
import java.util.Optional;

/** The files that pages refer to. Stateless and thread-safe. */
public final class Assets {

    private Assets() {}

    /**
     * Every asset that a page inside a publication (or outside of any) refers to: to be in the
     * store before the page is. The same for the same publication, so a caller may remember the
     * keys it has put.
     */
    public static List<Asset> of(Optional<Publication> publication) {
        return List.of();
    }
}

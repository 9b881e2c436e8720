package dev.pressline.render.page;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.render.defect.Publisher;
import java.util.Optional;

/**
 * All that the page of a document is made from. Immutable.
 *
 * @param document the document
 * @param publication the publication it has joined; absent for a loose document, and where the
 *     claim to belong there does not hold
 * @param neighbours the documents beside it
 * @param isListed whether the site names it beside others
 */
public record DocumentPage(
        Document document,
        Optional<Publication> publication,
        Neighbours neighbours,
        boolean isListed) {

    /** Where it is reported what had to be repaired in it; empty where nothing had. */
    Optional<Publisher> reportedBy() {
        return document.repairs().isEmpty() || !isListed
                ? Optional.empty()
                : Optional.of(Publisher.of(document.uri(), publication.map(Publication::uri)));
    }
}

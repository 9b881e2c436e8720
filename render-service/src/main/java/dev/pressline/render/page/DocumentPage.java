package dev.pressline.render.page;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import java.util.Optional;

/**
 * All that the page of a document is made from. Immutable.
 *
 * @param document the document
 * @param publication the publication it has joined; absent for a loose document, and where the
 *     claim to belong there does not hold
 * @param neighbours the documents beside it
 */
public record DocumentPage(
        Document document, Optional<Publication> publication, Neighbours neighbours) {}

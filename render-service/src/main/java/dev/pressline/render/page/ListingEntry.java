package dev.pressline.render.page;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Language;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Summary;
import dev.pressline.contract.identifier.AtUri;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a listing shows of one document. Immutable.
 *
 * @param uri the document
 * @param title its title, perhaps empty
 * @param summary the description or the first sentences
 * @param publishedAt when it was published
 * @param language its language
 * @param authors who wrote it
 * @param publication the publication it has joined
 * @param tags its tags
 * @param readingMinutes minutes it takes to read
 * @param cover its cover, if it may be shown
 */
public record ListingEntry(
        AtUri uri,
        String title,
        Optional<String> summary,
        Optional<Instant> publishedAt,
        Optional<Language> language,
        List<Author> authors,
        Optional<PageLink> publication,
        List<String> tags,
        int readingMinutes,
        Optional<Blob> cover) {

    /** The entry of a document and of the publication it has joined. */
    public static ListingEntry of(Document document, Optional<Publication> publication) {
        return new ListingEntry(
                document.uri(),
                document.title(),
                document.summary().map(Summary::text),
                document.publishedAt(),
                document.language(),
                document.authors(),
                publication.map(joined -> new PageLink(joined.uri(), joined.name())),
                document.tags(),
                document.readingMinutes(),
                Covers.of(document));
    }
}

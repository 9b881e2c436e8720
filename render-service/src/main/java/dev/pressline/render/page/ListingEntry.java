package dev.pressline.render.page;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Language;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.identifier.AtUri;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a listing shows of one document: however much the document says, a line of bounded length.
 * Immutable.
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

    private static final int TITLE = 500;
    private static final int SUMMARY = 1_000;
    private static final int NAME = 200;
    private static final int MANY = 20;

    /** The entry of a document and of the publication it has joined. */
    public static ListingEntry of(Document document, Optional<Publication> publication) {
        return new ListingEntry(
                document.uri(),
                Shortened.text(document.title(), TITLE),
                document.summary().map(summary -> Shortened.text(summary.text(), SUMMARY)),
                document.publishedAt(),
                document.language(),
                document.authors().stream().limit(MANY).map(ListingEntry::named).toList(),
                publication.map(ListingEntry::link),
                document.tags().stream().limit(MANY).map(tag -> Shortened.text(tag, NAME)).toList(),
                document.readingMinutes(),
                Covers.of(document));
    }

    private static Author named(Author author) {
        return new Author(
                author.did(),
                author.handle(),
                author.displayName().map(name -> Shortened.text(name, NAME)),
                author.role().map(role -> Shortened.text(role, NAME)));
    }

    private static PageLink link(Publication publication) {
        return new PageLink(publication.uri(), Shortened.text(publication.name(), NAME));
    }
}

package dev.pressline.render.index;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Site;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Handle;
import java.util.List;
import java.util.Optional;

/** Which publication a document belongs to, and what it learns from it and its account. Pure. */
final class Joining {

    private Joining() {}

    /**
     * The publication a document claims, if it is of the same account: nobody joins another's by
     * claiming it.
     */
    static Optional<AtUri> claimed(Document document) {
        return document.site().uri().filter(uri -> uri.did().equals(document.uri().did()));
    }

    /**
     * The document as it reads once its publication and account are known: with the base URL, its
     * own canonical URL, and the account's handle of now.
     */
    static Document joined(
            Document document, Optional<Publication> publication, Optional<AccountState> account) {
        Optional<String> url = publication.flatMap(Publication::url);
        Site site =
                publication.isPresent()
                        ? new Site(document.site().kind(), document.site().uri(), url)
                        : document.site();
        Optional<String> canonical =
                publication.isPresent()
                        ? url.flatMap(base -> CanonicalUrl.of(base, document.path()))
                        : document.canonicalUrl();
        List<Author> authors =
                account.flatMap(AccountState::handle)
                        .map(handle -> named(document, handle))
                        .orElse(document.authors());
        return new Document(
                document.uri(),
                document.cid(),
                document.rev(),
                document.title(),
                document.description(),
                document.summary(),
                document.publishedAt(),
                document.updatedAt(),
                canonical,
                document.path(),
                site,
                document.language(),
                document.tags(),
                authors,
                document.coverImage(),
                document.body(),
                document.text(),
                document.words(),
                document.readingMinutes(),
                document.discussion(),
                document.labels(),
                document.blobs(),
                document.links(),
                document.showInDiscover(),
                document.repairs(),
                document.violations(),
                document.more());
    }

    private static List<Author> named(Document document, Handle handle) {
        Optional<Handle> shown = Optional.of(handle).filter(h -> !h.equals(Handle.INVALID));
        return document.authors().stream()
                .map(
                        author ->
                                author.did().equals(document.uri().did())
                                        ? new Author(
                                                author.did(),
                                                shown,
                                                author.displayName(),
                                                author.role())
                                        : author)
                .toList();
    }
}

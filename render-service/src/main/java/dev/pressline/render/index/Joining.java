package dev.pressline.render.index;

import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Site;
import dev.pressline.contract.identifier.AtUri;
import java.util.Optional;

/** Which publication a document belongs to, and what it learns from it. Pure. */
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
     * The document as it reads once its publication is known: with the base URL and its own
     * canonical URL.
     */
    static Document joined(Document document, Publication publication) {
        Optional<String> url = publication.url();
        Site site = new Site(document.site().kind(), document.site().uri(), url);
        Optional<String> canonical = url.flatMap(base -> CanonicalUrl.of(base, document.path()));
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
                document.authors(),
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
}

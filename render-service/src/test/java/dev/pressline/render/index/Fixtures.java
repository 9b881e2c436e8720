package dev.pressline.render.index;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Site;
import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.PressProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small documents, publications and accounts for the tests of the index. */
final class Fixtures {

    static final Did DID = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");
    static final AtUri PUBLICATION = AtUri.parse("at://" + DID + "/site.standard.publication/3lab");

    private Fixtures() {}

    /** The stores of a new index. */
    static AccountIndex.Stores stores() {
        return new AccountIndex.Stores(
                new MemoryStore(),
                new MemoryStore(),
                new MemoryStore(),
                new MemoryStore(),
                new MirroredStore(new MemoryStore(), AccountIndex.WAITING));
    }

    /** As many chapters at a look as where no press says anything. */
    static ChapterAllowance chapters() {
        return new ChapterAllowance(new PressProgress(() -> 0));
    }

    static AtUri documentUri(int number) {
        return AtUri.parse("at://" + DID + "/site.standard.document/doc" + number);
    }

    static Tid rev(int number) {
        return Tid.of(1_750_000_000_000_000L + number, 0);
    }

    static Document document(int number, int rev, String title) {
        return document(number, rev, title, "/" + number);
    }

    /** The same document at another path. */
    static Document at(Document document, String path) {
        int number = Integer.parseInt(document.uri().rkey().value().substring("doc".length()));
        int rev = (int) (document.rev().micros() - 1_750_000_000_000_000L);
        return document(number, rev, document.title(), path);
    }

    private static Document document(int number, int rev, String title, String path) {
        return new Document(
                documentUri(number),
                Optional.empty(),
                rev(rev),
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.ofEpochSecond(1_750_000_000L + number)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(path),
                new Site("publication", Optional.of(PUBLICATION), Optional.empty()),
                Optional.empty(),
                List.of(),
                List.of(new Author(DID, Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty(),
                new Body("text", List.of(new Block.Paragraph(List.of(new Inline.Text(title))))),
                title,
                1,
                1,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                true,
                List.of(),
                List.of(),
                Map.of());
    }

    static Document dated(Document document, Optional<Instant> publishedAt) {
        return new Document(
                document.uri(),
                document.cid(),
                document.rev(),
                document.title(),
                document.description(),
                document.summary(),
                publishedAt,
                document.updatedAt(),
                document.canonicalUrl(),
                document.path(),
                document.site(),
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

    /** The same document with another value of a field, as its JSON has it. */
    static Document with(Document document, String field, Object value) {
        try {
            ObjectNode json =
                    (ObjectNode) ContractJson.mapper().readTree(ContractJson.write(document));
            json.set(field, ContractJson.mapper().valueToTree(value));
            return (Document) ContractJson.read(json.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document tagged(Document document, List<String> tags) {
        return new Document(
                document.uri(),
                document.cid(),
                document.rev(),
                document.title(),
                document.description(),
                document.summary(),
                document.publishedAt(),
                document.updatedAt(),
                document.canonicalUrl(),
                document.path(),
                document.site(),
                document.language(),
                tags,
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

    static Document withRepairs(Document document, List<Repair> repairs) {
        return new Document(
                document.uri(),
                document.cid(),
                document.rev(),
                document.title(),
                document.description(),
                document.summary(),
                document.publishedAt(),
                document.updatedAt(),
                document.canonicalUrl(),
                document.path(),
                document.site(),
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
                repairs,
                document.violations(),
                document.more());
    }

    static Publication publication(int rev, String url) {
        return new Publication(
                PUBLICATION,
                Optional.empty(),
                rev(rev),
                Optional.of(url),
                "The Paper",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(),
                VerificationLevel.UNVERIFIED,
                List.of(),
                List.of(),
                Map.of());
    }

    static AccountState account(int rev, boolean active) {
        return new AccountState(
                DID, rev(rev), active, Optional.empty(), Optional.empty(), Map.of());
    }

    static AccountState deletedAccount(int rev) {
        return new AccountState(
                DID, rev(rev), false, Optional.of("deleted"), Optional.empty(), Map.of());
    }
}

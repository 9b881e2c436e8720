package dev.pressline.render.sample;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.document.Body;
import dev.pressline.contract.document.Discussion;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Inline;
import dev.pressline.contract.document.Language;
import dev.pressline.contract.document.LinkAnchor;
import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Site;
import dev.pressline.contract.document.Summary;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document under construction: a plain one until something is said. */
public final class DocumentBuilder {

    private final AtUri uri;
    private final Tid rev = Tid.of(1_790_000_000_000_000L, 7);
    private String title = "On Setting Type";
    private Optional<String> description = Optional.empty();
    private Optional<Summary> summary =
            Optional.of(new Summary("What a page owes its reader.", "first-sentences"));
    private Optional<Instant> publishedAt = Optional.of(Instant.parse("2026-03-04T09:30:00Z"));
    private Optional<Instant> updatedAt = Optional.empty();
    private Optional<String> canonicalUrl = Optional.of("https://press.example/essays/setting");
    private Optional<Language> language = Optional.of(new Language("en", "declared"));
    private List<String> tags = List.of();
    private List<Author> authors = List.of();
    private Optional<Blob> cover = Optional.empty();
    private List<Block> blocks = List.of(Samples.paragraph("Once upon a time."));
    private Optional<Discussion> discussion = Optional.empty();
    private List<String> labels = List.of();
    private int words = 612;
    private List<Blob> blobs = List.of();
    private List<LinkAnchor> links = List.of();
    private List<Repair> repairs = List.of();

    /** A document of this address. */
    public DocumentBuilder(String uri) {
        this.uri = AtUri.parse(uri);
    }

    public DocumentBuilder title(String value) {
        title = value;
        return this;
    }

    public DocumentBuilder description(String value) {
        description = Optional.of(value);
        summary = Optional.of(new Summary(value, "description"));
        return this;
    }

    public DocumentBuilder summary(Optional<String> value) {
        summary = value.map(text -> new Summary(text, "first-sentences"));
        return this;
    }

    public DocumentBuilder dates(Optional<String> published, Optional<String> updated) {
        publishedAt = published.map(Instant::parse);
        updatedAt = updated.map(Instant::parse);
        return this;
    }

    public DocumentBuilder canonicalUrl(Optional<String> value) {
        canonicalUrl = value;
        return this;
    }

    public DocumentBuilder language(Optional<String> tag) {
        language = tag.map(value -> new Language(value, "declared"));
        return this;
    }

    public DocumentBuilder tags(String... value) {
        tags = List.of(value);
        return this;
    }

    public DocumentBuilder authors(Author... value) {
        authors = List.of(value);
        return this;
    }

    public DocumentBuilder cover(Blob value) {
        cover = Optional.of(value);
        return this;
    }

    public DocumentBuilder blocks(Block... value) {
        blocks = List.of(value);
        return this;
    }

    public DocumentBuilder text(Inline... value) {
        blocks = List.of(new Block.Paragraph(List.of(value)));
        return this;
    }

    public DocumentBuilder discussion(String post) {
        discussion = Optional.of(new Discussion(AtUri.parse(post), Optional.empty()));
        return this;
    }

    public DocumentBuilder labels(String... value) {
        labels = List.of(value);
        return this;
    }

    public DocumentBuilder words(int value) {
        words = value;
        return this;
    }

    public DocumentBuilder blobs(List<Blob> value) {
        blobs = value;
        return this;
    }

    public DocumentBuilder links(LinkAnchor... value) {
        links = List.of(value);
        return this;
    }

    public DocumentBuilder repairs(Repair... value) {
        repairs = List.of(value);
        return this;
    }

    /** The document. */
    public Document build() {
        return new Document(
                uri,
                Optional.empty(),
                rev,
                title,
                description,
                summary,
                publishedAt,
                updatedAt,
                canonicalUrl,
                Optional.of("/essays/setting"),
                new Site("loose", Optional.empty(), Optional.of("https://press.example")),
                language,
                tags,
                authors,
                cover,
                new Body("text", blocks),
                "",
                words,
                Math.max(1, words / 150),
                discussion,
                labels,
                blobs,
                links,
                true,
                repairs,
                List.of(),
                Map.of());
    }
}

package dev.pressline.render.page;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.html.OutsideUrl;
import dev.pressline.render.html.TextLanguage;
import java.util.Optional;

/**
 * A sequence of documents that has listing pages and feeds: the closed set of them. Immutable and
 * thread-safe.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Channel.Front.class, name = "front"),
    @Type(value = Channel.OfPublication.class, name = "publication"),
    @Type(value = Channel.OfAuthor.class, name = "author"),
    @Type(value = Channel.OfTag.class, name = "tag")
})
public sealed interface Channel {

    /** The method of DIDs that no account stands behind. */
    String NOBODY = "pressline";

    /** The folder of its first page and of its feeds in the site bucket. */
    String folder();

    /** What it is called, never blank. */
    String name(SiteSettings settings);

    /** What it is about. */
    Optional<String> description();

    /** The language it declares. */
    TextLanguage language();

    /**
     * Whether a page of its own explains its feeds. Tags are too many for that: their pages name
     * the feeds themselves.
     */
    default boolean hasSubscribePage() {
        return switch (this) {
            case Front front -> true;
            case OfPublication publication -> true;
            case OfAuthor author -> true;
            case OfTag tag -> false;
        };
    }

    /**
     * The channel that a reader of a document would follow: its publication, else its account, else
     * the whole.
     */
    static Channel around(Document document, Optional<Publication> publication) {
        if (publication.isPresent()) {
            return new OfPublication(publication.get());
        }
        if (document.uri().did().method().equals(NOBODY)) {
            return new Front();
        }
        Author account =
                document.authors().stream()
                        .filter(author -> author.did().equals(document.uri().did()))
                        .findFirst()
                        .orElse(
                                new Author(
                                        document.uri().did(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()));
        return new OfAuthor(account);
    }

    /** Everything the site lists. */
    record Front() implements Channel {
        @Override
        public String folder() {
            return ObjectKeys.FRONT;
        }

        @Override
        public String name(SiteSettings settings) {
            return settings.siteName();
        }

        @Override
        public Optional<String> description() {
            return Optional.empty();
        }

        @Override
        public TextLanguage language() {
            return new TextLanguage(Optional.empty());
        }
    }

    /** The documents of a publication. */
    record OfPublication(Publication publication) implements Channel {

        /** Whether it asks not to be found, or bears a label. */
        public boolean isKeptBack() {
            return !publication.showInDiscover() || !publication.labels().isEmpty();
        }

        @Override
        public String folder() {
            return ObjectKeys.publication(publication.uri());
        }

        @Override
        public String name(SiteSettings settings) {
            if (!publication.name().isBlank()) {
                return publication.name().strip();
            }
            return publication
                    .url()
                    .flatMap(OutsideUrl::of)
                    .map(OutsideUrl::host)
                    .orElse("Untitled publication");
        }

        @Override
        public Optional<String> description() {
            return publication.description().filter(text -> !text.isBlank());
        }

        @Override
        public TextLanguage language() {
            return TextLanguage.of(publication.language());
        }
    }

    /** The documents of an account. */
    record OfAuthor(Author author) implements Channel {
        @Override
        public String folder() {
            return ObjectKeys.author(author.did());
        }

        @Override
        public String name(SiteSettings settings) {
            return Names.of(author);
        }

        @Override
        public Optional<String> description() {
            return Optional.empty();
        }

        @Override
        public TextLanguage language() {
            return new TextLanguage(Optional.empty());
        }
    }

    /** The listed documents that have a tag. */
    record OfTag(Tag tag) implements Channel {
        @Override
        public String folder() {
            return ObjectKeys.tag(tag.name());
        }

        @Override
        public String name(SiteSettings settings) {
            return tag.name();
        }

        @Override
        public Optional<String> description() {
            return Optional.empty();
        }

        @Override
        public TextLanguage language() {
            return new TextLanguage(Optional.empty());
        }
    }
}

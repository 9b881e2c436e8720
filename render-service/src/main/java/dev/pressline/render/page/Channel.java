package dev.pressline.render.page;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.output.ObjectKeys;

/**
 * A sequence of documents that has listing pages and feeds: the closed set of them. Immutable and
 * thread-safe.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Channel.Front.class, name = "front"),
    @Type(value = Channel.OfPublication.class, name = "publication"),
    @Type(value = Channel.OfAuthor.class, name = "author")
})
public sealed interface Channel {

    /** The folder of its first page and of its feeds in the site bucket. */
    String folder();

    /** Everything the site lists. */
    record Front() implements Channel {
        @Override
        public String folder() {
            return ObjectKeys.FRONT;
        }
    }

    /** The documents of a publication. */
    record OfPublication(Publication publication) implements Channel {
        @Override
        public String folder() {
            return ObjectKeys.publication(publication.uri());
        }
    }

    /** The documents of an account. */
    record OfAuthor(Author author) implements Channel {
        @Override
        public String folder() {
            return ObjectKeys.author(author.did());
        }
    }
}

package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A normalized {@code site.standard.document}: fields repaired, body in blocks, every repair and
 * violation listed. The component names are the contract. Immutable.
 *
 * @param uri the record
 * @param cid its version, absent where nobody knows it
 * @param rev the rev that wrote it
 * @param title the title, perhaps empty
 * @param description the author's own summary
 * @param summary the description, else the first sentences
 * @param publishedAt when it was published, absent if unreadable
 * @param updatedAt when it was last changed
 * @param canonicalUrl the publisher's page, absent while the publication's base URL is unknown
 * @param path the path below the base URL, from which {@link CanonicalUrl} makes the canonical URL
 * @param site the publication or base URL
 * @param language declared or detected
 * @param tags the tags, repaired
 * @param authors who wrote it
 * @param coverImage the cover
 * @param body the body
 * @param text the body as plain text, paragraphs joined by an empty line
 * @param words the number of words
 * @param readingMinutes minutes at 200 words a minute, rounded up, at least 1
 * @param discussion the post where it is discussed
 * @param labels self-labels
 * @param blobs every blob the body refers to
 * @param links anchors found in the text, with their targets where known
 * @param showInDiscover false where the record itself asks not to be listed
 * @param repairs what was changed
 * @param violations what breaks the lexicon
 * @param more fields this version does not know, kept as they came
 */
public record Document(
        AtUri uri,
        Optional<Cid> cid,
        Tid rev,
        String title,
        Optional<String> description,
        Optional<Summary> summary,
        Optional<Instant> publishedAt,
        Optional<Instant> updatedAt,
        Optional<String> canonicalUrl,
        Optional<String> path,
        Site site,
        Optional<Language> language,
        List<String> tags,
        List<Author> authors,
        Optional<Blob> coverImage,
        Body body,
        String text,
        int words,
        int readingMinutes,
        Optional<Discussion> discussion,
        List<String> labels,
        List<Blob> blobs,
        List<LinkAnchor> links,
        boolean showInDiscover,
        List<Repair> repairs,
        List<Violation> violations,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> more)
        implements Normalized {}

package dev.pressline.normalize.convert;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.CanonicalUrl;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.normalize.convert.source.Fields;
import dev.pressline.normalize.convert.source.Posts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The records of its own repository that a document is made of besides itself: those it names, and,
 * where a document of a publication, or of a writing tool that works so, has no content, those that
 * may hold it under the same record key. Pure.
 */
public final class PartReferences {

    /** The most records that one document may name; further ones stay placeholders. */
    static final int MOST = 32;

    /** The collections that hold the content of a document under its own record key. */
    private static final List<Nsid> SAME_KEY =
            List.of(Nsid.parse("site.mochott.article"), Nsid.parse("com.whtwnd.blog.entry"));

    private static final String MOCHOTT = "mochott.site";

    private static final Set<String> COLLECTIONS =
            Set.of(
                    "app.greengale.document",
                    "blog.pckt.gallery",
                    "com.whtwnd.blog.entry",
                    "site.mochott.article");

    private PartReferences() {}

    /** Whether the records of a collection are parts of documents. */
    public static boolean isPart(Nsid collection) {
        return COLLECTIONS.contains(collection.value());
    }

    /** The collections whose records are parts of documents. */
    public static Set<String> collections() {
        return COLLECTIONS;
    }

    /** The parts of a document, which may or may not be there. */
    public static Set<AtUri> of(AtUri document, JsonNode record) {
        Set<AtUri> parts = new LinkedHashSet<>();
        JsonNode content = record.path("content");
        if (isAbsent(content)) {
            if (isOfPublication(record) || isOfMochott(record)) {
                SAME_KEY.forEach(each -> parts.add(sameKey(document, each)));
            }
            return parts;
        }
        named(
                content,
                text ->
                        Posts.record(text)
                                .filter(uri -> uri.did().equals(document.did()))
                                .filter(uri -> parts.size() < MOST)
                                .ifPresent(parts::add));
        return parts;
    }

    /** Whether a part is found by its record key alone, without being named. */
    public static boolean isFoundByKey(AtUri part) {
        return SAME_KEY.contains(part.collection());
    }

    /** The content of a document: its own, else that of the first part under its record key. */
    static Optional<JsonNode> content(JsonNode own, AtUri document, Map<AtUri, JsonNode> parts) {
        if (!isAbsent(own)) {
            return Optional.of(own);
        }
        return SAME_KEY.stream()
                .map(collection -> sameKey(document, collection))
                .filter(parts::containsKey)
                .map(parts::get)
                .findFirst();
    }

    private static boolean isAbsent(JsonNode content) {
        return content.isMissingNode() || content.isNull();
    }

    private static boolean isOfPublication(JsonNode record) {
        JsonNode site = record.path("site");
        return site.asText().startsWith(AtUri.SCHEME) || site.isObject();
    }

    /** Mochott writes loose documents as well, all below its own host. */
    private static boolean isOfMochott(JsonNode record) {
        String site = record.path("site").asText();
        return CanonicalUrl.isHttp(site)
                && (CanonicalUrl.origin(site).endsWith("://" + MOCHOTT)
                        || CanonicalUrl.origin(site).endsWith("." + MOCHOTT));
    }

    private static AtUri sameKey(AtUri document, Nsid collection) {
        return new AtUri(document.did(), collection, document.rkey());
    }

    private static void named(JsonNode content, Consumer<String> found) {
        switch (Fields.type(content)) {
            case "app.greengale.document#contentRef" -> found.accept(content.path("uri").asText());
            case "blog.pckt.content" -> galleries(content.path("items"), found);
            default -> {}
        }
    }

    private static void galleries(JsonNode blocks, Consumer<String> found) {
        for (JsonNode block : blocks) {
            if (Fields.kind(block).equals("gallery")) {
                found.accept(block.path("ref").asText());
            }
            galleries(block.path("content"), found);
        }
    }
}

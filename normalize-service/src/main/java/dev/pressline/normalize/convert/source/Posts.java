package dev.pressline.normalize.convert.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Block;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.identifier.RecordKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * References to posts and other records of the network, and the pages that show them. Stateless.
 */
public final class Posts {

    private static final String POST = "app.bsky.feed.post";
    private static final String PROFILES = "https://bsky.app/profile/";

    /** Documents and publications, and who leads to the page of each, wherever it lies. */
    private static final Set<String> DOCUMENTS =
            Set.of(
                    "site.standard.document",
                    "site.standard.publication",
                    "pub.leaflet.document",
                    "pub.leaflet.publication");

    private static final String READER = "https://leaflet.pub/lish/uri/";

    private Posts() {}

    /**
     * The card of a record: {@code value} is its AT-URI or a strongRef. Empty where it is neither.
     */
    public static Optional<Block> card(JsonNode value) {
        Optional<String> uri =
                value.isTextual() ? Optional.of(value.textValue()) : Fields.text(value, "uri");
        return uri.filter(Posts::isAtUri).map(at -> new Block.PostReference(at, page(at)));
    }

    /**
     * The page that shows a post or a profile, or leads on to that of a document or publication;
     * empty for every other record.
     */
    public static Optional<String> page(String atUri) {
        String[] parts = parts(atUri);
        if (parts.length == 3 && DOCUMENTS.contains(parts[1]) && isRecordKey(parts[2])) {
            return Optional.of(READER + URLEncoder.encode(atUri, StandardCharsets.UTF_8));
        }
        if (parts.length == 3 && parts[1].equals(POST) && isRecordKey(parts[2])) {
            return Optional.of(PROFILES + parts[0] + "/post/" + parts[2]);
        }
        boolean profile = parts.length == 1 || parts[1].equals("app.bsky.actor.profile");
        return profile ? Optional.of(PROFILES + parts[0]) : Optional.empty();
    }

    /** Whether a text is an AT-URI with a DID or a handle as its authority. */
    public static boolean isAtUri(String text) {
        return text.startsWith(AtUri.SCHEME)
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0)
                && (isDid(parts(text)[0]) || isHandle(parts(text)[0]));
    }

    /** The account of an AT-URI, where it is named by its DID. */
    public static Optional<Did> account(String atUri) {
        return isAtUri(atUri) ? did(parts(atUri)[0]) : Optional.empty();
    }

    /** The record a text names, if it is the AT-URI of one whose authority is a DID. */
    public static Optional<AtUri> record(String text) {
        try {
            return Optional.of(AtUri.parse(text));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }

    /** A DID, if the text is one. */
    public static Optional<Did> did(String text) {
        return isDid(text) ? Optional.of(Did.parse(text)) : Optional.empty();
    }

    private static String[] parts(String atUri) {
        return atUri.substring(AtUri.SCHEME.length()).split("/", 4);
    }

    private static boolean isDid(String text) {
        return parses(() -> Did.parse(text));
    }

    private static boolean isHandle(String text) {
        return parses(() -> Handle.parse(text));
    }

    private static boolean isRecordKey(String text) {
        return parses(() -> RecordKey.parse(text));
    }

    private static boolean parses(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (InvalidIdentifierException e) {
            return false;
        }
    }
}

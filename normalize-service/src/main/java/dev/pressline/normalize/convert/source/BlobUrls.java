package dev.pressline.normalize.convert.source;

import dev.pressline.contract.identifier.BlobRef;
import dev.pressline.contract.identifier.Did;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * URLs that serve blobs of a repository: {@code com.atproto.sync.getBlob} on any host, Bluesky's
 * image host, and {@code /api/image/<did>/<cid>}. Stateless.
 */
final class BlobUrls {

    private static final String GET_BLOB = "/xrpc/com.atproto.sync.getBlob?";
    private static final String IMAGE_HOST = "https://cdn.bsky.app/img/";
    private static final String IMAGE_PATH = "/api/image/";

    private BlobUrls() {}

    /** The blob a URL serves, if it is one of the repository of {@code owner}. */
    static Optional<BlobRef> of(String url, Did owner) {
        int query = url.indexOf(GET_BLOB);
        if (query >= 0) {
            return ofQuery(url.substring(query + GET_BLOB.length()), owner);
        }
        boolean path = url.startsWith(IMAGE_HOST) || url.contains(IMAGE_PATH);
        return path ? ofPath(url, owner) : Optional.empty();
    }

    private static Optional<BlobRef> ofQuery(String query, Did owner) {
        boolean own = parameter(query, "did").filter(owner.value()::equals).isPresent();
        return own ? parameter(query, "cid").flatMap(BlobRefs::of) : Optional.empty();
    }

    private static Optional<String> parameter(String query, String name) {
        int end = query.indexOf('#');
        for (String part : (end < 0 ? query : query.substring(0, end)).split("&")) {
            if (part.startsWith(name + "=")) {
                return decode(part.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** A blob named by {@code …/<did>/<cid>}, with a format such as {@code @jpeg} behind it. */
    private static Optional<BlobRef> ofPath(String url, Did owner) {
        int did = url.indexOf("/" + owner.value() + "/");
        if (did < 0) {
            return Optional.empty();
        }
        int start = did + owner.value().length() + 2;
        int end = start;
        while (end < url.length() && Character.isLetterOrDigit(url.charAt(end))) {
            end++;
        }
        return BlobRefs.of(url.substring(start, end));
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

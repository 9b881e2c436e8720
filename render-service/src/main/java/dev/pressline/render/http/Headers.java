package dev.pressline.render.http;

import dev.pressline.kit.store.StoredObject;
import dev.pressline.render.page.Caching;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;

/** The headers of answers. Stateless. */
final class Headers {

    private static final Set<String> PACKED =
            Set.of(
                    "application/json",
                    "application/feed+json",
                    "application/xml",
                    "application/rss+xml",
                    "application/atom+xml",
                    "image/svg+xml");

    private static final String POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "img-src 'self'",
                    "style-src 'self'",
                    "connect-src 'self'",
                    "base-uri 'none'",
                    "form-action 'self'",
                    "frame-ancestors 'none'");

    private Headers() {}

    /** What every answer says, whatever it is. */
    static void secure(HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "strict-origin-when-cross-origin")
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Content-Security-Policy", POLICY);
    }

    /** How long an answer about a page that is not there, or elsewhere, may be kept. */
    static void shortly(HttpServerResponse response) {
        response.putHeader("Cache-Control", Caching.SHORTLY);
    }

    /** Whether a body of this type is sent in a content coding. */
    static boolean isPacked(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        return type.startsWith("text/") || PACKED.contains(type);
    }

    /** What a 200 says of an object, and a 304 repeats. */
    static void validators(
            HttpServerResponse response, String key, StoredObject object, String entityTag) {
        response.putHeader("ETag", entityTag)
                .putHeader("Last-Modified", Conditions.date(object.lastModified()))
                .putHeader("Cache-Control", Caching.of(key));
        if (isPacked(object.contentType())) {
            response.putHeader("Vary", "Accept-Encoding");
        }
    }

    /** What an object is; what is no picture among the blobs is to be saved, not shown. */
    static void content(HttpServerResponse response, String key, StoredObject object) {
        response.putHeader("Content-Type", object.contentType());
        if (key.startsWith(AccountGate.BLOBS)) {
            response.putHeader("Accept-Ranges", "bytes");
            if (!object.contentType().startsWith("image/")) {
                response.putHeader("Content-Disposition", "attachment");
            }
        }
    }
}

package dev.pressline.render.http;

import dev.pressline.kit.store.OpenObject;
import dev.pressline.kit.store.Sha256;
import dev.pressline.kit.store.StoredObject;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Answers requests for objects that are there: 200, 206, 304 or 416. Waits on the calling thread;
 * thread-safe.
 */
final class SiteReader {

    private final EncodedBodies bodies;
    private final SlowestPace pace;

    SiteReader(EncodedBodies bodies, SlowestPace pace) {
        this.bodies = bodies;
        this.pace = pace;
    }

    /** Answers for an object as it was seen; returns false, having said nothing, if it is gone. */
    boolean answer(Site site, HttpServerRequest request, String key, StoredObject seen)
            throws SlowestPace.ClientLostException, IOException {
        Coding coding =
                Headers.isPacked(seen.contentType())
                        ? Coding.preferred(request.getHeader("Accept-Encoding"))
                        : Coding.IDENTITY;
        Conditions conditions = new Conditions(request.headers());
        String tag = coding.entityTag(version(key, seen));
        if (conditions.areGiven() && conditions.isKnown(tag, seen.lastModified())) {
            Headers.validators(request.response(), key, seen, tag);
            request.response().setStatusCode(304).end();
            return true;
        }
        return key.startsWith(AccountGate.BLOBS)
                ? part(
                        site,
                        request,
                        key,
                        seen,
                        conditions.range(tag, seen.lastModified(), seen.size()))
                : whole(site, request, key, coding);
    }

    private static String version(String key, StoredObject object) {
        return object.sha256()
                .orElseGet(
                        () ->
                                Sha256.hex(
                                        (key + object.size() + object.lastModified())
                                                .getBytes(StandardCharsets.UTF_8)));
    }

    /** A page, feed or the like: read whole, so that its tag is that of the bytes read. */
    private boolean whole(Site site, HttpServerRequest request, String key, Coding coding)
            throws SlowestPace.ClientLostException, IOException {
        Optional<OpenObject> found = site.open(key);
        if (found.isEmpty()) {
            return false;
        }
        try (OpenObject open = found.get()) {
            StoredObject object = open.object();
            String version = version(key, object);
            byte[] body = bodies.encoded(coding, version, open.bytes().readAllBytes());
            HttpServerResponse response = request.response();
            Headers.validators(response, key, object, coding.entityTag(version));
            Headers.content(response, key, object);
            if (coding != Coding.IDENTITY) {
                response.putHeader("Content-Encoding", coding.token());
            }
            send(request, body.length, new ByteArrayInputStream(body));
            return true;
        }
    }

    /** A blob, which may be large: passed on as it comes; it never changes under its key. */
    private boolean part(
            Site site, HttpServerRequest request, String key, StoredObject object, ByteRange range)
            throws SlowestPace.ClientLostException, IOException {
        HttpServerResponse response = request.response();
        Headers.validators(response, key, object, Coding.IDENTITY.entityTag(version(key, object)));
        Headers.content(response, key, object);
        return switch (range) {
            case ByteRange.Whole whole -> bytes(site, request, key, 0, object.size());
            case ByteRange.Part part -> {
                response.setStatusCode(206)
                        .putHeader(
                                "Content-Range",
                                "bytes " + part.first() + '-' + part.last() + '/' + object.size());
                yield bytes(site, request, key, part.first(), part.length());
            }
            case ByteRange.Unsatisfiable none -> {
                response.headers().remove("Content-Type");
                response.setStatusCode(416)
                        .putHeader("Content-Range", "bytes */" + object.size())
                        .end();
                yield true;
            }
        };
    }

    private boolean bytes(Site site, HttpServerRequest request, String key, long first, long length)
            throws SlowestPace.ClientLostException, IOException {
        if (isHead(request)) {
            send(request, length, InputStream.nullInputStream());
            return true;
        }
        Optional<OpenObject> found = site.open(key, first, length);
        if (found.isEmpty()) {
            request.response().headers().clear();
            Headers.secure(request.response());
            return false;
        }
        try (OpenObject open = found.get()) {
            send(request, length, open.bytes());
            return true;
        }
    }

    private void send(HttpServerRequest request, long length, InputStream body)
            throws SlowestPace.ClientLostException, IOException {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Length", Long.toString(length));
        if (isHead(request)) {
            response.end();
        } else {
            pace.send(response, body);
        }
    }

    private static boolean isHead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.HEAD);
    }
}

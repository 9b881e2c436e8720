package dev.pressline.kit.http;

import io.vertx.core.MultiMap;
import java.util.List;

/** How it is told where a request ends, and which host it is for. */
enum Framing {
    /** By its length, or it has no body. */
    PLAIN,
    /** In chunks: what comes behind it on the connection may be of another opinion. */
    CHUNKED,
    /** In a way that others may read differently. */
    AMBIGUOUS;

    /** The framing that the head of a request states. */
    static Framing of(MultiMap headers) {
        List<String> codings = headers.getAll("Transfer-Encoding");
        boolean chunked = codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
        boolean ambiguous = headers.getAll("Host").size() > 1 || !(codings.isEmpty() || chunked);
        if (ambiguous) {
            return AMBIGUOUS;
        }
        return chunked ? CHUNKED : PLAIN;
    }
}

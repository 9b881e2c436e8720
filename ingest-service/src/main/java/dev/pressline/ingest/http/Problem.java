package dev.pressline.ingest.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Why a request was not done, as JSON.
 *
 * @param field what is wrong: a JSON pointer, a header or a query parameter
 * @param message why, in words
 */
record Problem(String field, String message) {

    static Response badRequest(String field, String message) {
        return response(400, field, message).build();
    }

    static Response unauthorized() {
        return unauthorized("Bearer", "the bearer token is missing or not the one expected");
    }

    static Response unauthorized(String scheme, String message) {
        return response(401, "Authorization", message).header("WWW-Authenticate", scheme).build();
    }

    static Response tooLarge(long largest) {
        return response(413, "body", "at most " + largest + " bytes").build();
    }

    static Response tooMany(Duration wait) {
        return response(429, "Authorization", "this client has sent more than it may for now")
                .header("Retry-After", wait.plusSeconds(1).minusNanos(1).toSeconds())
                .build();
    }

    static Response unavailable(String message) {
        return response(503, "", message).header("Retry-After", "1").build();
    }

    private static Response.ResponseBuilder response(int status, String field, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Problem(field, message));
    }
}

package dev.pressline.atproto.pds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads what a PDS says when it gives nothing: the name of the error counts, not the status, since
 * servers differ in it. An answer without a name is a proxy's, which says nothing of the
 * repository, unless it is a plain 404 or 501. Stateless.
 */
final class XrpcError {

    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int MAX_NAME = 64;

    private XrpcError() {}

    static <T> PdsAnswer<T> answer(int status, byte[] body) {
        String name = name(body);
        boolean isPlain = status == NOT_FOUND || status == NOT_IMPLEMENTED;
        return !name.isEmpty() || isPlain
                ? new PdsAnswer.NotThere<>(status, name)
                : new PdsAnswer.Unavailable<>("status " + status, Optional.empty());
    }

    /** The name of the error, letters only and not too many, or empty. */
    private static String name(byte[] body) {
        try {
            JsonNode json = ContractJson.mapper().readTree(body);
            String text = json == null ? "" : json.path("error").asText("");
            boolean plausible =
                    text.length() <= MAX_NAME
                            && text.chars().allMatch(c -> c < 128 && Character.isLetter(c));
            return plausible ? text : "";
        } catch (IOException e) {
            return "";
        }
    }
}

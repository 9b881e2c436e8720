package dev.pressline.atproto.pds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the host of a repository gives it, the state of its account. Immutable.
 *
 * @param active whether it does
 * @param status why it does not, empty where it does or says no reason
 * @see <a href="https://atproto.com/specs/account">AT Protocol: account hosting</a>
 */
public record RepoStatus(boolean active, String status) {

    /** A repository that is there to be read. */
    public static final RepoStatus ACTIVE = new RepoStatus(true, "");

    private static final Pattern WORD = Pattern.compile("[a-z]{1,32}");

    /** A state; a reason that is no plain word, or one for being active, counts as none. */
    public static RepoStatus of(boolean active, String status) {
        boolean isReason = !active && WORD.matcher(status).matches();
        return active ? ACTIVE : new RepoStatus(false, isReason ? status : "");
    }

    /** Reads the answer of {@code getRepoStatus}; throws for what is none. */
    static RepoStatus parse(byte[] body) throws IOException {
        JsonNode json = ContractJson.mapper().readTree(body);
        if (!json.path("active").isBoolean()) {
            throw new IOException("there is no boolean /active");
        }
        return of(json.path("active").booleanValue(), json.path("status").asText(""));
    }

    /** What the name of an error tells of the state; empty where it tells nothing of it. */
    public static Optional<RepoStatus> ofError(String name) {
        return switch (name) {
            case "RepoNotFound" -> Optional.of(of(false, "deleted"));
            case "RepoTakendown" -> Optional.of(of(false, "takendown"));
            case "RepoSuspended" -> Optional.of(of(false, "suspended"));
            case "RepoDeactivated" -> Optional.of(of(false, "deactivated"));
            default -> Optional.empty();
        };
    }
}

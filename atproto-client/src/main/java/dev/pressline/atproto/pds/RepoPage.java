package dev.pressline.atproto.pds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list of repositories. Immutable.
 *
 * @param repos whose; what is no DID is left out
 * @param cursor where the next page begins, absent at the end
 */
public record RepoPage(List<Did> repos, Optional<String> cursor) {

    /** Takes a copy. */
    public RepoPage {
        repos = List.copyOf(repos);
    }

    /** Reads the answer of {@code listReposByCollection}; throws for what is none. */
    static RepoPage parse(byte[] body) throws IOException {
        JsonNode json = ContractJson.mapper().readTree(body);
        JsonNode repos = json.path("repos");
        if (!repos.isArray()) {
            throw new IOException("there is no array /repos");
        }
        List<Did> dids = new ArrayList<>();
        repos.forEach(repo -> did(repo).ifPresent(dids::add));
        String cursor = json.path("cursor").asText("");
        boolean isEnd = cursor.isEmpty() || repos.isEmpty();
        return new RepoPage(dids, isEnd ? Optional.empty() : Optional.of(cursor));
    }

    private static Optional<Did> did(JsonNode repo) {
        try {
            return Optional.of(Did.parse(repo.path("did").asText("")));
        } catch (InvalidIdentifierException e) {
            return Optional.empty();
        }
    }
}

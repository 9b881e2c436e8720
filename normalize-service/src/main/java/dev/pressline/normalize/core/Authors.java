package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.normalize.repair.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who wrote a document: the account that holds it, then its contributors. Stateless. */
final class Authors {

    private static final int MAX_CONTRIBUTORS = 100;

    private Authors() {}

    /** The authors; a derived account stands for nobody and is none. */
    static List<Author> of(Draft draft, Identity owner) {
        Map<Did, Author> authors = new LinkedHashMap<>();
        if (!BareIdentity.isDerived(owner.did())) {
            authors.put(
                    owner.did(),
                    new Author(owner.did(), owner.handle(), Optional.empty(), Optional.empty()));
        }
        for (JsonNode contributor : draft.get("/contributors")) {
            if (authors.size() <= MAX_CONTRIBUTORS) {
                Fields.did(contributor.path("did"))
                        .ifPresent(did -> add(did, contributor, authors));
            }
        }
        return List.copyOf(authors.values());
    }

    private static void add(Did did, JsonNode contributor, Map<Did, Author> authors) {
        Optional<Author> known = Optional.ofNullable(authors.get(did));
        authors.put(
                did,
                new Author(
                        did,
                        known.flatMap(Author::handle),
                        text(contributor, "displayName"),
                        text(contributor, "role")));
    }

    private static Optional<String> text(JsonNode contributor, String name) {
        JsonNode value = contributor.path(name);
        return value.isTextual() && !value.textValue().isBlank()
                ? Optional.of(value.textValue())
                : Optional.empty();
    }
}

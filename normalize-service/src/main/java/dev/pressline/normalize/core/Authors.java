package dev.pressline.normalize.core;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.normalize.repair.Draft;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who wrote a document: the account that holds it, then its contributors. Stateless. */
final class Authors {

    private static final int MAX_CONTRIBUTORS = 100;

    /** Each is a few requests to strangers. */
    private static final int MAX_LOOKED_UP = 16;

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
                        .ifPresent(did -> authors.put(did, author(did, contributor, owner)));
            }
        }
        return List.copyOf(authors.values());
    }

    /** The first contributors besides the owner, as many as are looked up. */
    static Set<Did> contributors(JsonNode record, Did owner) {
        Set<Did> contributors = new LinkedHashSet<>();
        for (JsonNode contributor : record.path("contributors")) {
            if (contributors.size() < MAX_LOOKED_UP) {
                Fields.did(contributor.path("did"))
                        .filter(did -> !did.equals(owner))
                        .ifPresent(contributors::add);
            }
        }
        return contributors;
    }

    private static Author author(Did did, JsonNode contributor, Identity owner) {
        return new Author(
                did,
                owner.handleOf(did),
                text(contributor, "displayName"),
                text(contributor, "role"));
    }

    private static Optional<String> text(JsonNode contributor, String name) {
        JsonNode value = contributor.path(name);
        return value.isTextual() && !value.textValue().isBlank()
                ? Optional.of(value.textValue())
                : Optional.empty();
    }
}

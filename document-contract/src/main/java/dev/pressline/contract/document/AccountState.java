package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import java.util.Map;
import java.util.Optional;

/**
 * The state of an account: whether its records may be shown. {@code active} rules visibility,
 * {@code status} (deactivated, suspended, takendown, deleted, …) the fate of the data. Immutable.
 *
 * @param did the account
 * @param rev the version of this state
 * @param active false hides everything of the account
 * @param status why it is not active
 * @param more fields this version does not know, kept as they came
 */
public record AccountState(
        Did did,
        Tid rev,
        boolean active,
        Optional<String> status,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> more)
        implements Normalized {}

package dev.pressline.contract.document;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
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
 * @param handle its handle, proven both ways; {@link Handle#INVALID} where it has none that is,
 *     absent while nobody knows
 * @param more fields this version does not know, kept as they came
 */
public record AccountState(
        Did did,
        Tid rev,
        boolean active,
        Optional<String> status,
        Optional<Handle> handle,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> more)
        implements Normalized {

    /** Whether another state differs in nothing but its version. */
    public boolean saysTheSameAs(AccountState other) {
        return new AccountState(did, other.rev, active, status, handle, more).equals(other);
    }

    /** The same with another handle. */
    public AccountState withHandle(Optional<Handle> other) {
        return new AccountState(did, rev, active, status, other, more);
    }
}

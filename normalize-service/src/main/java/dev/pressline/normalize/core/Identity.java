package dev.pressline.normalize.core;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import java.util.Map;
import java.util.Optional;

/**
 * Who owns a record, and who else is known by a handle. Immutable.
 *
 * @param did the account
 * @param handle its handle, only if it was verified both ways
 * @param others the handles of other accounts that the record names, verified alike
 */
public record Identity(Did did, Optional<Handle> handle, Map<Did, Handle> others) {

    /** An account, and no other. */
    public Identity(Did did, Optional<Handle> handle) {
        this(did, handle, Map.of());
    }

    /** An account of which nothing but the DID is known. */
    public static Identity of(Did did) {
        return new Identity(did, Optional.empty());
    }

    /** The handle of an account, if it is known. */
    Optional<Handle> handleOf(Did account) {
        return account.equals(did) ? handle : Optional.ofNullable(others.get(account));
    }
}

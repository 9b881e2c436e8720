package dev.pressline.normalize.core;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import java.util.Optional;

/**
 * Who owns a record. Immutable.
 *
 * @param did the account
 * @param handle its handle, only if it was verified both ways
 */
public record Identity(Did did, Optional<Handle> handle) {

    /** An account of which nothing but the DID is known. */
    public static Identity of(Did did) {
        return new Identity(did, Optional.empty());
    }
}

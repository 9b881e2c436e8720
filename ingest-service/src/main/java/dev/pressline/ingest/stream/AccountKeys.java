package dev.pressline.ingest.stream;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.contract.identifier.Did;
import java.util.function.Function;

/** Proves what accounts have signed, with the key that they have now. Thread-safe. */
public final class AccountKeys {

    private final SigningKeys keys;

    /** Proves with these keys. */
    public AccountKeys(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * Proves something of an account; where the signature does not fit, once more with the key
     * looked up anew. Throws {@link InvalidRepoException}, and {@link
     * dev.pressline.kit.failure.InfrastructureException} while nobody can say who signs.
     */
    public <T> T prove(Did did, Function<SigningKey, T> proof) {
        try {
            return proof.apply(key(did));
        } catch (InvalidRepoException e) {
            if (e.fault() != Fault.SIGNATURE) {
                throw e;
            }
            keys.forget(did);
            return proof.apply(key(did));
        }
    }

    private SigningKey key(Did did) {
        return keys.of(did)
                .orElseThrow(
                        () ->
                                new InvalidRepoException(
                                        Fault.SIGNATURE, "the account has no signing key"));
    }
}

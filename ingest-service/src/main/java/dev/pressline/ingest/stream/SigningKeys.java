package dev.pressline.ingest.stream;

import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.contract.identifier.Did;
import java.util.Optional;

/**
 * The keys that accounts sign with now. Throws {@link
 * dev.pressline.kit.failure.InfrastructureException} while nobody can say.
 */
public interface SigningKeys {

    /** The key of an account, or empty where its DID document has none. */
    Optional<SigningKey> of(Did did);

    /** Forgets the key of an account, because it may have changed. */
    void forget(Did did);
}

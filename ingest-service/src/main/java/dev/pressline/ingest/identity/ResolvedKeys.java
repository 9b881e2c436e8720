package dev.pressline.ingest.identity;

import dev.pressline.atproto.identity.DidDocument;
import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.atproto.identity.Resolution;
import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.commit.SigningKey;
import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.stream.SigningKeys;
import dev.pressline.kit.failure.InfrastructureException;
import java.time.Duration;
import java.util.Optional;

/** The signing keys in DID documents. Thread-safe. */
public final class ResolvedKeys implements SigningKeys {

    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final DidResolver dids;

    /** Looks keys up with this resolver. */
    public ResolvedKeys(DidResolver dids) {
        this.dids = dids;
    }

    @Override
    public Optional<SigningKey> of(Did did) {
        return switch (dids.resolve(did)) {
            case Resolution.Resolved(DidDocument document) ->
                    document.signingMethod().flatMap(ResolvedKeys::key);
            case Resolution.NotThere(String why) -> Optional.empty();
            case Resolution.Unavailable(String why, Optional<Duration> after) ->
                    throw new InfrastructureException(why, after.orElse(ASK_AGAIN));
        };
    }

    private static Optional<SigningKey> key(DidDocument.SigningMethod method) {
        try {
            return Optional.of(SigningKey.of(method.type(), method.publicKeyMultibase()));
        } catch (InvalidRepoException e) {
            return Optional.empty();
        }
    }

    @Override
    public void forget(Did did) {
        dids.forget(did);
    }
}

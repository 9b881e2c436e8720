package dev.pressline.normalize.lookup;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identity.BareIdentity;
import java.time.Duration;
import java.util.Optional;

/** The handles of accounts, as far as they are known in time; kept for six hours. Thread-safe. */
public final class Handles implements AutoCloseable {

    private static final Duration FRESH = Duration.ofHours(6);

    private final Optional<HandlePort> port;
    private final LookUps<Did, HandleState> lookUps;

    /** Looks up through {@code port}; without one nobody is asked. */
    public Handles(Optional<HandlePort> port, Duration patience) {
        this.port = port;
        this.lookUps = new LookUps<>(this::look, patience, FRESH);
    }

    private Optional<HandleState> look(Did did) {
        return port.map(each -> each.look(did)).filter(s -> !(s instanceof HandleState.Unknown));
    }

    /** The handle of an account. */
    public HandleState of(Did did) {
        return port.isEmpty() || BareIdentity.isDerived(did)
                ? new HandleState.NotAsked()
                : lookUps.of(did).orElse(new HandleState.Unknown());
    }

    /** The same, looked up anew because it may have changed. */
    public HandleState anew(Did did) {
        port.ifPresent(each -> each.forget(did));
        lookUps.forget(did);
        return of(did);
    }

    @Override
    public void close() {
        lookUps.close();
    }
}

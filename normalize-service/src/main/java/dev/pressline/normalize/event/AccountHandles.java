package dev.pressline.normalize.event;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.normalize.core.Normalizer;
import dev.pressline.normalize.lookup.HandleState;
import dev.pressline.normalize.lookup.Handles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The handles that normalized values name. Thread-safe. */
final class AccountHandles {

    private final Handles handles;

    AccountHandles(Handles handles) {
        this.handles = handles;
    }

    /**
     * The handle for a record of this key: an event of the account itself has it looked up anew,
     * since that may be what the event tells of.
     */
    HandleState of(EventKey key) {
        return switch (key) {
            case EventKey.OfAccount account -> handles.anew(account.did());
            case EventKey.OfRecord subject ->
                    Normalizer.needsHandle(subject.uri().collection())
                            ? handles.of(subject.uri().did())
                            : new HandleState.NotAsked();
        };
    }

    /** What is known of the handles of other accounts that a record names. */
    Map<Did, HandleState> of(Set<Did> others) {
        Map<Did, HandleState> states = new LinkedHashMap<>();
        others.forEach(did -> states.put(did, handles.of(did)));
        return states;
    }

    /** Those of these that are proven. */
    static Map<Did, Handle> proven(Map<Did, HandleState> states) {
        Map<Did, Handle> proven = new LinkedHashMap<>();
        states.forEach((did, state) -> state.proven().ifPresent(h -> proven.put(did, h)));
        return proven;
    }

    /** The same value with the handle where the normalizer does not write it: in an account. */
    static Normalized write(HandleState handle, Normalized value) {
        return switch (value) {
            case AccountState account -> account.withHandle(shown(handle));
            case Document document -> document;
            case Publication publication -> publication;
            case Subscription subscription -> subscription;
        };
    }

    private static Optional<Handle> shown(HandleState handle) {
        return switch (handle) {
            case HandleState.Proven(Handle proven) -> Optional.of(proven);
            case HandleState.NotProven no -> Optional.of(Handle.INVALID);
            case HandleState.Unknown nobodyAnswers -> Optional.empty();
            case HandleState.NotAsked no -> Optional.empty();
        };
    }

    /** Whether a value is the one that tells of a handle when it changes. */
    static boolean mayChange(Normalized value, HandleState handle) {
        return value instanceof AccountState account
                && account.active()
                && !(handle instanceof HandleState.NotAsked);
    }
}

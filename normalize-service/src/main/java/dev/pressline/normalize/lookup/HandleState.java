package dev.pressline.normalize.lookup;

import dev.pressline.contract.identifier.Handle;
import java.util.Optional;

/** What is known of an account's handle. */
public sealed interface HandleState {

    /** The account claims it, and it names the account. */
    record Proven(Handle handle) implements HandleState {}

    /** The account has none that can be proven. */
    record NotProven() implements HandleState {}

    /** Nobody has answered yet. */
    record Unknown() implements HandleState {}

    /** Nobody was asked: look-ups are switched off, or there is no such account. */
    record NotAsked() implements HandleState {}

    /** The handle to show. */
    default Optional<Handle> proven() {
        return this instanceof Proven(Handle handle) ? Optional.of(handle) : Optional.empty();
    }
}

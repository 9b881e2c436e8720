package dev.pressline.normalize.event;

import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.normalize.lookup.HandleState;
import dev.pressline.normalize.verification.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may still become of an event that goes out: a reason to look at its record again. Immutable.
 *
 * @param state a hash of all that may change without the record, stable across processes
 * @param rhythm when to look again
 * @param standing how the claim of a publication to its URL stands
 */
public record Outlook(int state, Rhythm rhythm, Optional<Standing> standing) {

    /** The outlook of what claims no URL. */
    public Outlook(int state, Rhythm rhythm) {
        this(state, rhythm, Optional.empty());
    }

    /** When to look again. */
    public enum Rhythm {
        /** Something is missing that may come: after pauses that grow. */
        SOON,
        /** Nothing is missing, but what is there may change: once a day. */
        DAILY
    }

    /**
     * What a value may lack that it does not say itself.
     *
     * @param handle what is known of the account's handle
     * @param others what is known of the handles of its contributors
     * @param body whether its body may still come
     * @param blobs whether a blob may still come, or its variants
     */
    record Lacking(HandleState handle, Map<Did, HandleState> others, boolean body, boolean blobs) {

        private boolean isHandleMissing() {
            return Stream.concat(Stream.of(handle), others.values().stream())
                    .anyMatch(HandleState.Unknown.class::isInstance);
        }

        /** The handles that are proven, nothing without contributors. */
        private String provenOthers() {
            return others.values().stream()
                    .map(state -> ' ' + state.proven().map(Handle::value).orElse("-"))
                    .collect(Collectors.joining());
        }
    }

    /** The outlook of a value, absent when looking again can change nothing. */
    static Optional<Outlook> of(
            Normalized value, Lacking lacking, Optional<PublicationClaims.Verdict> verdict) {
        HandleState handle = lacking.handle();
        boolean isMissing =
                lacking.body()
                        || lacking.isHandleMissing()
                        || lacking.blobs()
                        || verdict.filter(PublicationClaims.Verdict::isOpen).isPresent();
        if (!isMissing && verdict.isEmpty() && !AccountHandles.mayChange(value, handle)) {
            return Optional.empty();
        }
        Optional<Standing> standing = verdict.map(PublicationClaims.Verdict::standing);
        String state =
                DocumentBlobs.states(value)
                        + ' '
                        + handle.proven()
                        + lacking.provenOthers()
                        + ' '
                        + lacking.body()
                        + ' '
                        + standing.map(Standing::level);
        return Optional.of(
                new Outlook(state.hashCode(), isMissing ? Rhythm.SOON : Rhythm.DAILY, standing));
    }
}

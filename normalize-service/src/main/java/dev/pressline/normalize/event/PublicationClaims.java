package dev.pressline.normalize.event;

import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.normalize.lookup.SiteChecks;
import dev.pressline.normalize.verification.SiteAddress;
import dev.pressline.normalize.verification.Standing;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The claims of publications to their URLs, checked when there is time for it. Thread-safe. */
final class PublicationClaims {

    private final SiteChecks checks;
    private final Clock clock;

    PublicationClaims(SiteChecks checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * How a claim stands.
     *
     * @param standing how it stands
     * @param isAnswered false while a site that was asked has not said its word
     */
    record Verdict(Standing standing, boolean isAnswered) {

        /** Whether more may soon be known. */
        boolean isOpen() {
            return !isAnswered || standing.level() == VerificationLevel.UNVERIFIED;
        }
    }

    /** How a value claims its URL; empty for one that claims none, and when no site is asked. */
    Optional<Verdict> verdict(Normalized value, Optional<Handle> handle, Look look) {
        return value instanceof Publication publication && checks.areMade()
                ? publication.url().map(url -> verdict(publication, url, handle, look))
                : Optional.empty();
    }

    private Verdict verdict(
            Publication publication, String url, Optional<Handle> handle, Look look) {
        Instant now = clock.instant();
        Standing before =
                look.before()
                        .filter(standing -> standing.url().equals(url))
                        .orElseGet(() -> Standing.begun(url, now));
        if (SiteAddress.isNameOf(url, publication.uri().did(), handle)) {
            return new Verdict(before.after(VerificationLevel.SAME_DID, now), true);
        }
        if (!look.asksSites()) {
            return new Verdict(before, true);
        }
        return checks.of(publication.uri(), url)
                .map(found -> new Verdict(before.after(found, now), true))
                .orElse(new Verdict(before, false));
    }

    /** The same value with the level that its claim stands at. */
    static Normalized write(Optional<Verdict> verdict, Normalized value) {
        return verdict.isPresent() && value instanceof Publication publication
                ? publication.withVerification(verdict.get().standing().level())
                : value;
    }
}

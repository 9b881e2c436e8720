package dev.pressline.normalize.lookup;

import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.normalize.verification.SiteAddress;
import dev.pressline.normalize.verification.Statements;
import java.time.Duration;
import java.util.Optional;

/**
 * What sites say of publications that claim them, as far as it is known in time. An answer that
 * comes late is kept for the next question, and given once. Thread-safe.
 */
public final class SiteChecks implements AutoCloseable {

    /** Longer than the longest pause between two looks at what lacks something. */
    private static final Duration FRESH = Duration.ofHours(7);

    private final Optional<SitePort> port;
    private final LookUps<Claim, VerificationLevel> lookUps;

    private record Claim(AtUri publication, String url) {}

    /** Reads through {@code port}; without one no site is asked. */
    public SiteChecks(Optional<SitePort> port, Duration patience) {
        this.port = port;
        this.lookUps = new LookUps<>(claim -> port.map(site -> ask(site, claim)), patience, FRESH);
    }

    /** Whether sites are asked at all. */
    public boolean areMade() {
        return port.isPresent();
    }

    /**
     * How far the site at {@code url} confirms a publication; empty while it has not said. A site
     * that does not answer confirms nothing.
     */
    public Optional<VerificationLevel> of(AtUri publication, String url) {
        Claim claim = new Claim(publication, url);
        Optional<VerificationLevel> answer = lookUps.of(claim);
        answer.ifPresent(given -> lookUps.forget(claim));
        return answer;
    }

    private static VerificationLevel ask(SitePort site, Claim claim) {
        AtUri publication = claim.publication();
        if (SiteAddress.wellKnown(claim.url())
                .flatMap(site::file)
                .filter(text -> Statements.fileNames(text, publication))
                .isPresent()) {
            return VerificationLevel.WELL_KNOWN;
        }
        return site.page(claim.url())
                .filter(html -> Statements.pageNames(html, publication))
                .map(html -> VerificationLevel.LINKED)
                .orElse(VerificationLevel.UNVERIFIED);
    }

    @Override
    public void close() {
        lookUps.close();
    }
}

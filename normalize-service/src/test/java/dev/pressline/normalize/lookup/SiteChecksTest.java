package dev.pressline.normalize.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.VerificationLevel;
import dev.pressline.contract.identifier.AtUri;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteChecksTest {

    private static final AtUri PUBLICATION =
            AtUri.parse("at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/site.standard.publication/3lab");
    private static final String URL = "https://a.example/blog";
    private static final String FILE =
            "https://a.example/.well-known/site.standard.publication/blog";
    private static final String LINK =
            "<html><head><link rel=\"site.standard.publication\" href=\"%s\"></head></html>";

    private final FakeSites sites = new FakeSites();

    private Optional<VerificationLevel> level() {
        try (SiteChecks checks = new SiteChecks(Optional.of(sites), Duration.ofMinutes(1))) {
            return checks.of(PUBLICATION, URL);
        }
    }

    @Test
    void site_withTheFileBelowItsRoot_isWellKnown() {
        sites.files.put(FILE, PUBLICATION.toString());
        assertThat(level()).contains(VerificationLevel.WELL_KNOWN);
        assertThat(sites.asked).containsExactly(FILE);
    }

    @Test
    void site_whoseFileNamesAnotherAccount_isJudgedByItsPage() {
        // Given
        sites.files.put(FILE, PUBLICATION.toString().replace("ewvi7", "aaaaa"));
        sites.pages.put(URL, LINK.formatted(PUBLICATION));

        // When / Then
        assertThat(level()).contains(VerificationLevel.LINKED);
        assertThat(sites.asked).containsExactly(FILE, URL);
    }

    @Test
    void site_thatSaysNothing_isUnverified() {
        assertThat(level()).contains(VerificationLevel.UNVERIFIED);
    }

    @Test
    void answer_given_isAskedForAnewTheNextTime() {
        try (SiteChecks checks = new SiteChecks(Optional.of(sites), Duration.ofMinutes(1))) {
            // Given
            checks.of(PUBLICATION, URL);
            sites.files.put(FILE, PUBLICATION.toString());

            // When / Then
            assertThat(checks.of(PUBLICATION, URL)).contains(VerificationLevel.WELL_KNOWN);
        }
    }
}

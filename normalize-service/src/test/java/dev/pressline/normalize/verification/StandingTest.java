package dev.pressline.normalize.verification;

import static dev.pressline.contract.document.VerificationLevel.LINKED;
import static dev.pressline.contract.document.VerificationLevel.UNVERIFIED;
import static dev.pressline.contract.document.VerificationLevel.WELL_KNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.document.VerificationLevel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static Standing afterDays(
            Standing before, int first, int last, VerificationLevel found) {
        Standing standing = before;
        for (int day = first; day <= last; day++) {
            standing = standing.after(found, START.plus(Duration.ofDays(day)));
        }
        return standing;
    }

    private static Standing wellKnown() {
        return Standing.begun("https://a.example", START).after(WELL_KNOWN, START);
    }

    @Test
    void claim_confirmed_risesAtOnce() {
        Standing begun = Standing.begun("https://a.example", START);
        assertThat(begun.level()).isEqualTo(UNVERIFIED);
        assertThat(begun.after(LINKED, START).level()).isEqualTo(LINKED);
        assertThat(begun.after(LINKED, START).after(WELL_KNOWN, START).level())
                .isEqualTo(WELL_KNOWN);
    }

    @Test
    void claim_failingForThreeDays_holds() {
        Standing standing = afterDays(wellKnown(), 1, 3, UNVERIFIED);
        assertThat(standing.level()).isEqualTo(WELL_KNOWN);
        assertThat(standing.failures()).isEqualTo(3);
    }

    @Test
    void claim_failingFourTimesInOneDay_holds() {
        Standing standing = wellKnown();
        for (int hour = 1; hour <= 20; hour++) {
            standing = standing.after(UNVERIFIED, START.plus(Duration.ofHours(hour)));
        }
        assertThat(standing.level()).isEqualTo(WELL_KNOWN);
    }

    @Test
    void claim_failingFourDaysInARow_fallsToWhatIsFound() {
        assertThat(afterDays(wellKnown(), 1, 4, LINKED).level()).isEqualTo(LINKED);
    }

    @Test
    void claim_confirmedBetweenFailures_beginsToCountAnew() {
        Standing standing = afterDays(wellKnown(), 1, 3, UNVERIFIED);
        standing = afterDays(standing, 4, 4, WELL_KNOWN);
        assertThat(afterDays(standing, 5, 7, UNVERIFIED).level()).isEqualTo(WELL_KNOWN);
    }
}

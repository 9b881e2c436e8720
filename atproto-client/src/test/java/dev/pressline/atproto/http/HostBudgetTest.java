package dev.pressline.atproto.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.atproto.MovableClock;
import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class HostBudgetTest {

    private static final String HOST = "pds.example:443";

    private final MovableClock clock = new MovableClock();
    private final HostBudget budget = new HostBudget(clock);

    @Test
    void host_neverAsked_isNotParked() {
        assertThat(budget.parkedFor(HOST)).isEmpty();
    }

    @Test
    void host_failingInARow_isParkedTwiceAsLongEachTimeUpToABound() {
        // When
        Duration first = budget.failed(HOST);
        Duration second = budget.failed(HOST);
        Duration last = second;
        for (int i = 0; i < 100; i++) {
            last = budget.failed(HOST);
        }

        // Then
        assertThat(second).isEqualTo(first.multipliedBy(2));
        assertThat(last).isLessThanOrEqualTo(Duration.ofMinutes(15));
        assertThat(budget.parkedFor(HOST)).contains(last);
    }

    @Test
    void host_answering_startsItsFailuresAnew() {
        // Given
        Duration first = budget.failed(HOST);
        budget.failed(HOST);

        // When
        budget.answered(HOST, Headers.of());

        // Then
        assertThat(budget.failed(HOST)).isEqualTo(first);
    }

    @Test
    void limit_withRetryAfter_parksThatLongAndNoOtherHost() {
        // When
        Duration pause = budget.limited(HOST, Headers.of("Retry-After", "42"));

        // Then
        assertThat(pause).isEqualTo(Duration.ofSeconds(42));
        assertThat(budget.parkedFor("other.example:443")).isEmpty();
        clock.move(pause);
        assertThat(budget.parkedFor(HOST)).isEmpty();
    }

    @Test
    void limit_bare_parksForAMinute() {
        assertThat(budget.limited(HOST, Headers.of())).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void limit_withResetAsUnixSeconds_parksUntilThen() {
        // Given
        String reset = Long.toString(clock.instant().getEpochSecond() + 30);

        // When / Then
        assertThat(budget.limited(HOST, Headers.of("RateLimit-Reset", reset)))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void limit_withResetInThePast_parksForASecond() {
        assertThat(budget.limited(HOST, Headers.of("RateLimit-Reset", "1700000000")))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void limit_withNonsense_isClamped() {
        assertThat(budget.limited(HOST, Headers.of("Retry-After", "999999999999")))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(budget.limited(HOST, Headers.of("Retry-After", "-1")))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(budget.limited(HOST, Headers.of("Retry-After", "soon")))
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void limit_usedUp_parksBeforeTheHostMustSayNo() {
        // When
        budget.answered(HOST, Headers.of("RateLimit-Remaining", "0", "RateLimit-Reset", "7"));

        // Then
        assertThat(budget.parkedFor(HOST)).contains(Duration.ofSeconds(7));
    }

    @Test
    void hosts_beyondTheBound_areForgottenOldestFirst() {
        // Given
        budget.failed(HOST);
        budget.failed("second.example:443");

        // When
        for (int i = 0; i < 9_999; i++) {
            budget.permits("host-" + i + ".example:443");
        }

        // Then
        assertThat(budget.parkedFor("second.example:443")).isPresent();
        assertThat(budget.parkedFor(HOST)).isEmpty();
    }
}

package dev.pressline.normalize.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.identifier.Did;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final Did BOB = Did.parse("did:web:bob.example");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Allowances allowances = new Allowances(3, 2);

    private long taken(Did account, Instant now) {
        return IntStream.range(0, 10).filter(i -> allowances.take(account, now)).count();
    }

    @Test
    void account_thatTakesMuch_getsItsAllowanceAndLeavesOthersTheirs() {
        assertThat(taken(ALICE, NOW)).isEqualTo(3);
        assertThat(taken(BOB, NOW)).isEqualTo(3);
    }

    @Test
    void allowance_usedUp_fillsAgainWithTimeAndNeverRunsOver() {
        // Given
        taken(ALICE, NOW);

        // Then
        assertThat(taken(ALICE, NOW.plusMillis(499))).isZero();
        assertThat(taken(ALICE, NOW.plusMillis(999))).isEqualTo(1);
        assertThat(taken(ALICE, NOW.plusSeconds(3_600))).isEqualTo(3);
    }

    @Test
    void clock_setBack_givesAndTakesNothing() {
        // Given
        taken(ALICE, NOW);

        // Then
        assertThat(taken(ALICE, NOW.minusSeconds(60))).isZero();
    }

    @Test
    void accounts_beyondThoseKnown_beginWithAFullAllowance() {
        // Given
        taken(ALICE, NOW);

        // When
        for (int i = 0; i < 10_000; i++) {
            allowances.take(Did.parse("did:web:a" + i + ".example"), NOW);
        }

        // Then
        assertThat(taken(ALICE, NOW)).isEqualTo(3);
    }
}

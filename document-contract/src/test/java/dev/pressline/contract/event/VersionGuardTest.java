package dev.pressline.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.event.VersionGuard.Verdict;
import dev.pressline.contract.event.VersionGuard.Version;
import dev.pressline.contract.identifier.Tid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionGuardTest {

    private static final Instant NOW = Instant.parse("2026-02-17T22:58:56Z");

    @ParameterizedTest
    @CsvSource({
        "1, false, 2, false, NEWER",
        "2, false, 1, false, STALE",
        "1, false, 1, false, SAME",
        "1, true, 1, true, SAME",
        "1, false, 1, true, NEWER",
        "1, true, 1, false, STALE",
        "1, true, 2, false, NEWER",
        "2, true, 1, false, STALE"
    })
    void compare_knownAndArriving_letsTheLastWriteWin(
            long known, boolean knownDeleted, long rev, boolean deleted, Verdict verdict) {
        assertThat(
                        VersionGuard.compare(
                                Optional.of(version(known, knownDeleted)), version(rev, deleted)))
                .isEqualTo(verdict);
    }

    @Test
    void compare_nothingKnown_isNewer() {
        assertThat(VersionGuard.compare(Optional.empty(), version(1, true)))
                .isEqualTo(Verdict.NEWER);
    }

    @Property
    void history_inAnyOrderWithDuplicates_endsTheSame(
            @ForAll("histories") @NotEmpty List<Version> history, @ForAll Random random) {
        // Given
        List<Version> shuffled = new ArrayList<>(history);
        shuffled.addAll(history.subList(0, random.nextInt(history.size() + 1)));
        Collections.shuffle(shuffled, random);

        // When / Then
        assertThat(after(shuffled)).isEqualTo(after(history));
    }

    @Property
    void history_thatEndsWithADelete_staysDeletedWhateverOlderComesLate(
            @ForAll("histories") List<Version> history) {
        // Given
        Version last = version(1_000, true);
        List<Version> late = new ArrayList<>(List.of(last));
        late.addAll(history);

        // When / Then
        assertThat(after(late)).contains(last);
    }

    @ParameterizedTest
    @CsvSource({"300000000, false", "300000001, true", "-1, false"})
    void rev_aheadOfTheClock_isFromTheFutureBeyondFiveMinutes(long aheadMicros, boolean future) {
        Tid rev = Tid.of(NOW.toEpochMilli() * 1_000 + aheadMicros, 0);

        assertThat(VersionGuard.isFromTheFuture(rev, NOW)).isEqualTo(future);
    }

    private static Optional<Version> after(List<Version> history) {
        Optional<Version> known = Optional.empty();
        for (Version arriving : history) {
            if (VersionGuard.compare(known, arriving) != Verdict.STALE) {
                known = Optional.of(arriving);
            }
        }
        return known;
    }

    private static Version version(long micros, boolean deleted) {
        return new Version(Tid.of(micros, 0), deleted);
    }

    @Provide
    static Arbitrary<List<Version>> histories() {
        return Combinators.combine(Arbitraries.longs().between(0, 20), Arbitraries.of(true, false))
                .as(VersionGuardTest::version)
                .list()
                .ofMaxSize(30);
    }
}

package dev.pressline.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.contract.serde.ContractJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CursorFoldTest {

    private static final String SOURCE = "urn:pressline:stream:network";
    private static final Claim FIRST = Claim.NONE.next("a");
    private static final Claim SECOND = FIRST.next("b");

    private static Cursor.OfStream at(long position, Claim claim) {
        return new Cursor.OfStream(
                "f", "host.example", position, 0, Optional.of(claim), List.of(), List.of());
    }

    private static Optional<Cursor> fold(Cursor... cursors) {
        CursorFold fold = new CursorFold();
        for (Cursor cursor : cursors) {
            fold.see(SOURCE, ContractJson.write(Cursor.class, cursor));
        }
        return Optional.ofNullable(fold.cursors().get(SOURCE));
    }

    @Test
    void cursor_movedByItsOwner_isTheLast() {
        assertThat(fold(at(1, FIRST), at(2, FIRST), at(1, FIRST))).contains(at(1, FIRST));
    }

    @Test
    void cursor_takenOver_countsFromTheClaimOn() {
        assertThat(fold(at(5, FIRST), at(5, SECOND), at(6, SECOND))).contains(at(6, SECOND));
    }

    @Test
    void cursor_ofAReplicaThatWasOvertaken_doesNotCount() {
        assertThat(fold(at(5, FIRST), at(5, SECOND), at(9, SECOND), at(4, FIRST), at(6, FIRST)))
                .contains(at(9, SECOND));
    }

    @Test
    void cursor_claimedByTwoAtOnce_isTheFirstOnes() {
        Claim other = FIRST.next("c");

        assertThat(fold(at(5, SECOND), at(3, other), at(6, SECOND), at(4, other)))
                .contains(at(6, SECOND));
    }

    @Test
    void cursor_thatNobodyClaimed_isOvertakenByAnyClaim() {
        Cursor old =
                new Cursor.OfStream(
                        "f", "host.example", 7, 0, Optional.empty(), List.of(), List.of());

        assertThat(fold(old, at(7, FIRST), old)).contains(at(7, FIRST));
    }

    @Test
    void cursor_withoutValueOrUnreadable_isForgottenOrLeftOut() {
        // Given
        CursorFold fold = new CursorFold();
        byte[] value = ContractJson.write(Cursor.class, at(1, FIRST));

        // When
        for (String source : List.of("a", "b")) {
            fold.see(source, value);
        }
        fold.see("a", null);
        fold.see("b", new byte[] {'{'});
        fold.see(null, value);

        // Then
        assertThat(fold.cursors()).containsOnlyKeys("b");
    }
}

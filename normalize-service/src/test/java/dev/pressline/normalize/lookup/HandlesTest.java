package dev.pressline.normalize.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identity.BareIdentity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandlesTest {

    private static final Did ALICE = Did.parse("did:web:alice.example.com");
    private static final Did BOB = Did.parse("did:web:bob.example.com");
    private static final Did NOBODY = BareIdentity.uri(JsonNodeFactory.instance.objectNode()).did();
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final HandleState PROVEN =
            new HandleState.Proven(Handle.parse("alice.example.com"));

    private final FakeHandles network = new FakeHandles();

    private Handles handles(Duration patience) {
        return new Handles(Optional.of(network), patience);
    }

    @Test
    void handle_askedForTwice_isLookedUpOnce() {
        // Given
        network.answer = PROVEN;
        try (Handles handles = handles(LONG)) {
            // When
            handles.of(ALICE);

            // Then
            assertThat(handles.of(ALICE)).isEqualTo(PROVEN);
            assertThat(network.asked).hasValue(1);
        }
    }

    @Test
    void handle_nobodyKnewLastTime_isLookedUpAgain() {
        // Given
        network.answer = new HandleState.Unknown();
        try (Handles handles = handles(LONG)) {
            handles.of(ALICE);
            network.answer = PROVEN;

            // When / Then
            assertThat(handles.of(ALICE)).isEqualTo(PROVEN);
        }
    }

    @Test
    void handle_thatMayHaveChanged_isLookedUpAnew() {
        // Given
        network.answer = PROVEN;
        try (Handles handles = handles(LONG)) {
            handles.of(ALICE);
            network.answer = new HandleState.NotProven();

            // When / Then
            assertThat(handles.anew(ALICE)).isEqualTo(new HandleState.NotProven());
        }
    }

    /** Without patience nobody ever waits, so that a look-up that hangs would hang this test. */
    @Test
    void network_thatHangs_makesNobodyWaitAndAnswersLater() throws InterruptedException {
        // Given
        CountDownLatch hangs = new CountDownLatch(1);
        HandlePort hanging =
                new HandlePort() {
                    @Override
                    public HandleState look(Did did) {
                        try {
                            hangs.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return PROVEN;
                    }

                    @Override
                    public void forget(Did did) {
                        // It remembers nothing.
                    }
                };
        try (Handles handles = new Handles(Optional.of(hanging), Duration.ZERO)) {
            assertThat(handles.of(ALICE)).isEqualTo(new HandleState.Unknown());
            assertThat(handles.of(BOB)).isEqualTo(new HandleState.Unknown());

            // When
            hangs.countDown();

            // Then
            while (!handles.of(ALICE).equals(PROVEN)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void handles_thatAreSwitchedOffOrOfNobody_areNotAskedFor() {
        try (Handles off = new Handles(Optional.empty(), LONG);
                Handles on = handles(LONG)) {
            assertThat(off.of(ALICE)).isEqualTo(new HandleState.NotAsked());
            assertThat(on.of(NOBODY)).isEqualTo(new HandleState.NotAsked());
            assertThat(network.asked).hasValue(0);
        }
    }
}

package dev.pressline.normalize.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.contract.identifier.Did;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AccountsInHandTest {

    private static final Did ALICE = Did.parse("did:web:alice.example");
    private static final Did BOB = Did.parse("did:web:bob.example");

    private final AccountsInHand accounts = new AccountsInHand();
    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stage_withTheAccountOfTheLane_waitsUntilTheLaneIsDoneAndIsWanted() throws Exception {
        // Given
        CountDownLatch inLane = new CountDownLatch(1);
        Future<?> lane =
                executor.submit(
                        () ->
                                accounts.asLane(
                                        ALICE,
                                        () -> {
                                            inLane.countDown();
                                            while (!accounts.isWanted()) {
                                                Thread.onSpinWait();
                                            }
                                            done.add("lane");
                                        }));
        await(inLane);

        // When
        accounts.asStage(Set.of(ALICE, BOB), () -> done.add("stage"));
        lane.get();

        // Then
        assertThat(done).containsExactly("lane", "stage");
    }

    @Test
    void lane_withAnAccountOfTheStage_waitsUntilTheStageIsDone() throws Exception {
        // Given
        CountDownLatch asked = new CountDownLatch(1);
        List<Future<?>> lane = new ArrayList<>();

        // When
        accounts.asStage(
                Set.of(ALICE),
                () -> {
                    lane.add(
                            executor.submit(
                                    () -> {
                                        asked.countDown();
                                        accounts.asLane(ALICE, () -> done.add("lane"));
                                    }));
                    await(asked);
                    done.add("stage");
                });
        lane.getFirst().get();

        // Then
        assertThat(done).containsExactly("stage", "lane");
    }

    @Test
    void stageAndLane_withDifferentAccounts_workSideBySide() {
        // Given
        CountDownLatch inLane = new CountDownLatch(1);
        CountDownLatch stageDone = new CountDownLatch(1);
        executor.submit(
                () ->
                        accounts.asLane(
                                ALICE,
                                () -> {
                                    inLane.countDown();
                                    await(stageDone);
                                }));
        await(inLane);

        // When
        accounts.asStage(Set.of(BOB), () -> done.add("stage"));

        // Then
        assertThat(done).containsExactly("stage");
        stageDone.countDown();
    }

    @Test
    void accounts_afterAFailure_areFreeAgain() {
        // Given
        Runnable failing =
                () -> {
                    throw new IllegalStateException("broken");
                };

        // When
        assertThatThrownBy(() -> accounts.asLane(ALICE, failing))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accounts.asStage(Set.of(ALICE), failing))
                .isInstanceOf(IllegalStateException.class);

        // Then
        accounts.asLane(ALICE, () -> done.add("lane"));
        accounts.asStage(Set.of(ALICE), () -> done.add("stage"));
        assertThat(done).containsExactly("lane", "stage");
    }
}

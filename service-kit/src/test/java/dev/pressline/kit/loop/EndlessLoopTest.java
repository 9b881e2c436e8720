package dev.pressline.kit.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndlessLoopTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicInteger turns = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** What each turn does, told its number from one on. */
    @FunctionalInterface
    private interface Work {
        Duration work(int turn) throws InterruptedException;
    }

    private EndlessLoop loop(Work work) {
        return new EndlessLoop(
                "test",
                SHORT,
                new EndlessLoop.Turn() {
                    @Override
                    public Duration take() throws InterruptedException {
                        return work.work(turns.incrementAndGet());
                    }

                    @Override
                    public void end() {
                        ended.countDown();
                    }
                });
    }

    private static boolean happens(CountDownLatch latch) throws InterruptedException {
        return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void turn_thatFailsInAnyWay_isNotTheLast() throws InterruptedException {
        // Given
        CountDownLatch third = new CountDownLatch(3);
        EndlessLoop loop =
                loop(
                        turn -> {
                            third.countDown();
                            return switch (turn) {
                                case 1 -> throw new InfrastructureException("down", Duration.ZERO);
                                case 2 -> throw new IllegalStateException("a fault of ours");
                                default -> LONG;
                            };
                        });

        // When
        loop.start();

        // Then
        assertThat(happens(third)).isTrue();
        loop.stop();
        assertThat(happens(ended)).isTrue();
        assertThat(turns).hasValue(3);
    }

    @Test
    void turn_thatIsStopped_isTheLast() throws InterruptedException {
        loop(turn -> {
                    throw new StoppedException();
                })
                .start();

        assertThat(happens(ended)).isTrue();
        assertThat(turns).hasValue(1);
    }

    @Test
    void stop_interruptsATurn_andWaitsForItsEnd() throws InterruptedException {
        // Given
        CountDownLatch begun = new CountDownLatch(1);
        EndlessLoop loop =
                loop(
                        turn -> {
                            begun.countDown();
                            Thread.sleep(LONG);
                            return LONG;
                        });
        loop.start();
        assertThat(happens(begun)).isTrue();

        // When
        loop.stop();

        // Then
        assertThat(ended.getCount()).isZero();
        assertThat(turns).hasValue(1);
    }

    @Test
    void stop_beforeTheStart_doesNothing() {
        loop(turn -> LONG).stop();

        assertThat(turns).hasValue(0);
        assertThat(ended.getCount()).isOne();
    }
}

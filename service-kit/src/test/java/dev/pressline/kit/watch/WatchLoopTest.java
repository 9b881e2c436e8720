package dev.pressline.kit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WatchLoopTest {

    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final long PATIENCE_SECONDS = 30;
    private static final TopicPartition ONE = new TopicPartition("topic", 1);

    /** Fails a few times, then answers. */
    private static final class Failing implements GroupView {

        private final Queue<RuntimeException> failures;
        private final CountDownLatch answered = new CountDownLatch(2);

        Failing(RuntimeException... failures) {
            this.failures = new ArrayDeque<>(List.of(failures));
        }

        @Override
        public Look look() {
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            answered.countDown();
            return new Look(Map.of(ONE, new Stretch(0, 0)), Set.of());
        }

        @Override
        public Map<TopicPartition, Optional<Instant>> oldest(Map<TopicPartition, Stretch> asked) {
            return Map.of();
        }
    }

    private static Thread start(GroupView view) {
        return Thread.ofVirtual().start(new WatchLoop("stage", new GroupProgress(view), PAUSE));
    }

    @Test
    void look_thatFailsInAnyWay_isNotTheLast() throws InterruptedException {
        // Given
        Failing view =
                new Failing(
                        new InfrastructureException("nobody answers", Duration.ZERO),
                        new IllegalStateException("a fault of ours"));

        // When
        Thread loop = start(view);

        // Then
        assertThat(view.answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        loop.interrupt();
        assertThat(loop.join(Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
    }

    @Test
    void look_thatIsStopped_isTheLast() throws InterruptedException {
        Thread loop = start(new Failing(new StoppedException()));

        assertThat(loop.join(Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
    }
}

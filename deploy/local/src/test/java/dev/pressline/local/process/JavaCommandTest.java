package dev.pressline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

    /**
     * Two virtual threads wait for a lock while they initialize classes, and so keep their
     * carriers; before them in the queue of the lock is one that has none. Exits with 0 when all
     * get it.
     */
    static final class WaitsInInitializers {

        private static final ReentrantLock LOCK = new ReentrantLock();
        private static final Duration LONGEST = Duration.ofSeconds(10);

        private WaitsInInitializers() {}

        private static final class First {
            static {
                takeTurn();
            }

            private First() {}

            static void touch() {}
        }

        private static final class Second {
            static {
                takeTurn();
            }

            private Second() {}

            static void touch() {}
        }

        private static void takeTurn() {
            LOCK.lock();
            LOCK.unlock();
        }

        private static void awaitInQueue(int threads) {
            while (LOCK.getQueueLength() < threads) {
                Thread.onSpinWait();
            }
        }

        public static void main(String[] args) throws InterruptedException {
            LOCK.lock();
            List<Thread> waiting = new ArrayList<>();
            waiting.add(Thread.ofVirtual().start(WaitsInInitializers::takeTurn));
            awaitInQueue(1);
            waiting.add(Thread.ofVirtual().start(First::touch));
            waiting.add(Thread.ofVirtual().start(Second::touch));
            awaitInQueue(3);
            LOCK.unlock();
            boolean isDone = true;
            for (Thread each : waiting) {
                isDone &= each.join(LONGEST);
            }
            System.exit(isDone ? 0 : 1);
        }
    }

    @Test
    void required_virtualThreadsThatKeepACarrierForEachProcessor_leaveSomeToOthers()
            throws IOException, InterruptedException {
        // Given
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:ActiveProcessorCount=2");
        words.addAll(JavaCommand.required());
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.add(WaitsInInitializers.class.getName());

        // When
        Process child = new ProcessBuilder(words).inheritIO().start();

        // Then
        try {
            assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(child.exitValue()).isZero();
        } finally {
            child.destroyForcibly();
        }
    }
}

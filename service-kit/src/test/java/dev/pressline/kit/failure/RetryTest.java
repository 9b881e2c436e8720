package dev.pressline.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final Backoff SHORT = new Backoff(Duration.ofMillis(2), Duration.ofMillis(4));

    private final AtomicInteger failures = new AtomicInteger();
    private final Retry retry = new Retry(SHORT, failures::incrementAndGet);

    @Test
    void whileDown_workThatComesBack_isDoneAndEachFailureHeard() {
        // Given
        AtomicInteger tries = new AtomicInteger();

        // When
        String answer =
                retry.whileDown(
                        "work",
                        () -> {
                            if (tries.incrementAndGet() < 50) {
                                throw new InfrastructureException("down", new Exception());
                            }
                            return "done";
                        });

        // Then
        assertThat(answer).isEqualTo("done");
        assertThat(failures).hasValue(49);
    }

    @Test
    void whileDown_anythingElseThrown_goesToTheCallerAtOnce() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(
                        () ->
                                retry.whileDown(
                                        "work",
                                        () -> {
                                            throw new RejectedException("bad-record", "bad");
                                        }));
        assertThat(failures).hasValue(0);
    }

    @Test
    void whileDown_askedToWaitLongerThanTheCap_waitsByItsOwnPauses() {
        // Given
        AtomicInteger tries = new AtomicInteger();

        // When
        retry.whileDown(
                "work",
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new InfrastructureException("busy", Duration.ofDays(1));
                    }
                    return "done";
                });

        // Then
        assertThat(tries).hasValue(2);
    }

    @Test
    void whileDown_interrupted_stopsAndKeepsTheInterrupt() {
        // Given
        Thread.currentThread().interrupt();

        // When / Then
        assertThatExceptionOfType(StoppedException.class)
                .isThrownBy(
                        () ->
                                retry.whileDown(
                                        "work",
                                        () -> {
                                            throw new InfrastructureException(
                                                    "down", Duration.ZERO);
                                        }));
        assertThat(Thread.interrupted()).isTrue();
    }
}

package dev.pressline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** The failures of a broker; that it works is shown against a real one, elsewhere. */
class EventProducerTest {

    private final SilentProducer kafka = new SilentProducer();
    private final EventProducer producer = new EventProducer(kafka);

    @Test
    void sendAll_oneOfSeveralRefused_isAFailureOfInfrastructure() {
        // Given
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(() -> producer.sendAll(List.of(event(), event())));
        while (kafka.history().size() < 2) {
            Thread.onSpinWait();
        }

        // When
        kafka.completeNext();
        kafka.errorNext(new NotLeaderOrFollowerException("moved"));

        // Then
        assertThat(sending)
                .failsWithin(java.time.Duration.ofSeconds(60))
                .withThrowableThat()
                .withCauseInstanceOf(InfrastructureException.class)
                .withMessageContaining("moved");
    }

    @Test
    void sendAll_brokerThatTakesNothing_isAFailureOfInfrastructure() {
        kafka.sendException = new TimeoutException("buffer is full");

        assertThatExceptionOfType(InfrastructureException.class)
                .isThrownBy(() -> producer.sendAll(List.of(event())))
                .withMessageContaining("buffer is full");
    }

    @Test
    void sendAll_interrupted_stopsAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(StoppedException.class)
                .isThrownBy(() -> producer.sendAll(List.of(event())));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void sendAll_interruptedWhileItIsFlushed_stops() {
        kafka.flushException = new InterruptException("stopped");

        assertThatExceptionOfType(StoppedException.class)
                .isThrownBy(() -> producer.sendAll(List.of(event())));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void close_ofTheProducer_closesTheClient() {
        producer.close();

        assertThat(kafka.closed()).isTrue();
    }

    private static ProducerRecord<String, byte[]> event() {
        return new ProducerRecord<>("topic", "key", new byte[] {1});
    }
}

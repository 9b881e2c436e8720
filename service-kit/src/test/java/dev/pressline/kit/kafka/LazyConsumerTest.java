package dev.pressline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.kit.failure.InfrastructureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LazyConsumerTest {

    /** Remembers whether its thread was interrupted when it was closed. */
    private static final class Closable extends MockConsumer<String, byte[]> {

        private boolean isInterrupted;

        Closable() {
            super(AutoOffsetResetStrategy.EARLIEST.name());
        }

        @Override
        public void close(CloseOptions options) {
            isInterrupted = Thread.currentThread().isInterrupted();
            super.close(options);
        }
    }

    private final List<Closable> connected = new ArrayList<>();
    private final LazyConsumer<String, byte[]> consumer =
            new LazyConsumer<>(
                    "the topic",
                    () -> {
                        connected.add(new Closable());
                        return connected.getLast();
                    });

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    @Test
    void consumer_nobodyAsked_isNotConnected() {
        consumer.close();

        assertThat(connected).isEmpty();
    }

    @Test
    void consumer_askedTwice_isConnectedOnce() {
        consumer.ask(open -> 1);
        consumer.ask(open -> 2);

        assertThat(connected).hasSize(1);
    }

    @Test
    void brokers_thatDoNotAnswer_areInfrastructureAndConnectedAnew() {
        // When
        assertThatThrownBy(
                        () ->
                                consumer.ask(
                                        open -> {
                                            throw new KafkaException("down");
                                        }))
                .isInstanceOf(InfrastructureException.class)
                .hasMessage("the topic cannot be read: down");

        // Then
        assertThat(connected.getFirst().closed()).isTrue();
        assertThat(consumer.<Integer>ask(open -> 1)).isEqualTo(1);
        assertThat(connected).hasSize(2);
    }

    @Test
    void question_thatFails_leavesNoConsumerBehind() {
        assertThatThrownBy(
                        () ->
                                consumer.ask(
                                        open -> {
                                            throw new IllegalStateException("a fault of ours");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(connected.getFirst().closed()).isTrue();
    }

    @Test
    void close_ofAnInterruptedThread_isInGoodOrderAndStaysInterrupted() {
        // Given
        consumer.ask(open -> 1);
        Thread.currentThread().interrupt();

        // When
        consumer.close();

        // Then
        assertThat(connected.getFirst().closed()).isTrue();
        assertThat(connected.getFirst().isInterrupted).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void settings_belongToNoGroup() {
        assertThat(LazyConsumer.settings(Map.of("group.id", "g", "bootstrap.servers", "b:1")))
                .doesNotContainKey("group.id")
                .containsEntry("bootstrap.servers", "b:1")
                .containsEntry("enable.auto.commit", false);
    }
}

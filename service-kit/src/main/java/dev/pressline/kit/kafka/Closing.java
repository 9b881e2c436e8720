package dev.pressline.kit.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** How consumers without a group are closed. Stateless. */
final class Closing {

    private static final Logger LOG = Logger.getLogger(Closing.class);
    private static final CloseOptions SOON = CloseOptions.timeout(Duration.ofSeconds(1));

    private Closing() {}

    /**
     * Closes one, whether or not brokers answer. An interrupted thread stays so, but not meanwhile:
     * the client would tell of errors that are none.
     */
    static void close(Consumer<?, ?> consumer) {
        boolean isInterrupted = Thread.interrupted();
        try {
            consumer.close(SOON);
        } catch (KafkaException e) {
            LOG.debugf(e, "a consumer did not close in good order");
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

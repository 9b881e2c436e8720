package dev.pressline.kit.stage;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.RejectedException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a stage does with one record: side effects first, then the events to emit. Must be
 * idempotent and thread-safe.
 */
@FunctionalInterface
public interface RecordHandler {

    /**
     * Handles one record and returns the events derived from it, in order. Throws {@link
     * RejectedException} when the record can never succeed and {@link InfrastructureException} when
     * something outside is down.
     */
    List<ProducerRecord<String, byte[]>> handle(ConsumerRecord<String, byte[]> input);
}

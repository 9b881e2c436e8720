package dev.pressline.normalize.pending;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where single raw records are read again. */
@FunctionalInterface
public interface RawSource {

    /**
     * The record at an offset, or empty when none is there any more. Throws {@link
     * dev.pressline.kit.failure.InfrastructureException} when the brokers do not answer.
     */
    Optional<ConsumerRecord<String, byte[]>> read(int partition, long offset);
}

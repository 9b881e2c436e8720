package dev.pressline.ingest.repos;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What can be read of notes. Throws {@link dev.pressline.kit.failure.InfrastructureException} while
 * the brokers do not answer.
 */
interface NotesLog extends AutoCloseable {

    /** Hands every note written since the last time to {@code reader}. */
    void catchUp(Consumer<ConsumerRecord<String, byte[]>> reader);

    /** Hands every note there is to {@code reader}. */
    void all(Consumer<ConsumerRecord<String, byte[]>> reader);

    /** Hands every raw record there is to {@code reader}. */
    void raw(Consumer<ConsumerRecord<String, byte[]>> reader);

    @Override
    void close();
}

package dev.pressline.normalize.pending;

import dev.pressline.contract.event.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** One partition of the raw topic, as a consumer sees it: what is left of it, and where it ends. */
final class RawPartition {

    static final int NUMBER = 3;

    private static final TopicPartition PARTITION = new TopicPartition(Topics.RAW, NUMBER);

    private final MockConsumer<String, byte[]> consumer =
            new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());

    /** Whoever reads it. */
    MockConsumer<String, byte[]> consumer() {
        return consumer;
    }

    /** Has records at these offsets, each with {@code k} and its offset as its key. */
    void has(long end, long... offsets) {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumer.schedulePollTask(
                () -> {
                    for (long offset : offsets) {
                        consumer.addRecord(
                                new ConsumerRecord<>(
                                        Topics.RAW, NUMBER, offset, "k" + offset, new byte[] {1}));
                    }
                });
    }

    /** Is out of reach at the next poll. */
    void fails() {
        has(10);
        consumer.setPollException(new KafkaException("down"));
    }
}

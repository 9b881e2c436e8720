package dev.pressline.local.watch;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.local.process.LaunchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends records as an operator does: by account, where they do not name a partition, and each when
 * the brokers have it. Not thread-safe.
 */
public final class TopicWriter implements AutoCloseable {

    private static final int LARGEST_REQUEST = 8 * 1024 * 1024;

    private final KafkaProducer<String, byte[]> producer;

    /** Sends to a cluster. */
    public TopicWriter(KafkaAccess kafka) {
        this.producer =
                new KafkaProducer<>(
                        kafka.with(
                                Map.of(
                                        ProducerConfig.ACKS_CONFIG,
                                        "all",
                                        ProducerConfig.PARTITIONER_CLASS_CONFIG,
                                        DidPartitioner.class.getName(),
                                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                        LARGEST_REQUEST)),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Returns when the brokers have all of them; throws {@link LaunchException} otherwise. */
    public void send(List<ProducerRecord<String, byte[]>> records) {
        try {
            List<Future<?>> sent = new ArrayList<>();
            records.forEach(each -> sent.add(producer.send(each)));
            producer.flush();
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new LaunchException("the broker does not take a record: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw BrokerAnswer.interrupted(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

package dev.pressline.kit.kafka;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.Generation;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends events and returns when the brokers have them: {@code acks=all}, idempotent, partitioned by
 * account. Topics are named as in the first generation, and reached as its own has them.
 * Thread-safe.
 */
public final class EventProducer implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Until a whole list is handed over, which then goes at once: a page is readable after 38 ms
     * instead of 52 (median).
     */
    private static final int LINGER_MILLIS = 5;

    /** One block of LZ4: documents of 13 kB would else travel, and be compressed, one by one. */
    private static final int BATCH_BYTES = 64 * 1024;

    /** What has been used once is kept: more than the largest batch of a stage is waste. */
    private static final long BUFFER_BYTES = 8L * 1024 * 1024;

    private final Producer<String, byte[]> producer;
    private final Generation own;

    /** Sends for the first generation through this producer, which is closed with it. */
    public EventProducer(Producer<String, byte[]> producer) {
        this(producer, Generation.FIRST);
    }

    EventProducer(Producer<String, byte[]> producer, Generation own) {
        this.producer = producer;
        this.own = own;
    }

    /**
     * Connects with the client settings given (bootstrap servers, security), ours on top. A send
     * fails within half of what a loop may be silent, so that an outage of the brokers never looks
     * like a stuck loop.
     */
    public static EventProducer connect(Map<String, Object> clientSettings, Generation own) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, DidPartitioner.class.getName());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * 1024 * 1024);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        return new EventProducer(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                own);
    }

    /**
     * Sends all, in order, and returns when every one is acknowledged. Throws {@link
     * InfrastructureException} when one is not; then any number of them may have arrived, and all
     * must be sent again.
     */
    public void sendAll(List<ProducerRecord<String, byte[]>> events) {
        List<Future<RecordMetadata>> acks = new ArrayList<>(events.size());
        try {
            for (ProducerRecord<String, byte[]> event : events) {
                acks.add(producer.send(addressed(event)));
            }
            producer.flush();
            for (Future<RecordMetadata> ack : acks) {
                ack.get();
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException | KafkaException e) {
            throw new InfrastructureException(
                    "the broker did not take an event: " + e.getMessage(), e);
        }
    }

    private ProducerRecord<String, byte[]> addressed(ProducerRecord<String, byte[]> event) {
        return new ProducerRecord<>(
                own.topic(event.topic()),
                event.partition(),
                event.timestamp(),
                event.key(),
                event.value(),
                event.headers());
    }

    /**
     * How many partitions a topic has; throws {@link InfrastructureException} when nobody answers.
     */
    public int partitions(String topic) {
        try {
            return producer.partitionsFor(own.topic(topic)).size();
        } catch (KafkaException e) {
            throw new InfrastructureException("the broker did not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}

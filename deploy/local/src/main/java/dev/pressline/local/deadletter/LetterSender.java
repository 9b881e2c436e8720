package dev.pressline.local.deadletter;

import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.KafkaAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * Does something about dead letters and notes it, in this order and in batches: who is stopped
 * between does the last batch again, which changes nothing, since records bear versions and jobs
 * are idempotent. Not thread-safe.
 */
public final class LetterSender implements AutoCloseable {

    private static final int BATCH = 500;

    private final KafkaProducer<String, byte[]> producer;
    private final Map<DeadLetter, Handling> batch = new LinkedHashMap<>();

    /** Sends to a cluster. */
    public LetterSender(KafkaAccess kafka) {
        this.producer =
                new KafkaProducer<>(
                        kafka.with(
                                Map.of(
                                        ProducerConfig.ACKS_CONFIG,
                                        "all",
                                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                        8 * 1024 * 1024)),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Does this about a dead letter, at the latest when the sender is closed. */
    public void handle(DeadLetter letter, Handling handling) {
        batch.put(letter, handling);
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    /** Does what is left; throws when a broker does not take it. */
    public void flush() {
        List<ProducerRecord<String, byte[]>> replays = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> notes = new ArrayList<>();
        batch.forEach(
                (letter, handling) -> {
                    if (handling == Handling.REPLAYED) {
                        Replay.of(letter).ifPresent(replays::add);
                    }
                    notes.add(HandledLetters.note(letter, handling));
                });
        send(replays);
        send(notes);
        batch.clear();
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
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
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while sending", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

package dev.pressline.testing.faults.rig;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.local.intake.Answer;
import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.testing.faults.oracle.DeadLetterId;
import dev.pressline.testing.faults.stream.Offering;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Hands offerings to a rig in the background, as far as they are released, and tries each again
 * until it is accepted. Thread-safe.
 */
public final class Load implements AutoCloseable {

    /** How many offerings go together, unless somebody asks for more. */
    public static final int CHUNK = 5;

    private static final String SOURCE = "faults";
    private static final String INTAKE_DEAD_LETTERS = Topics.deadLetters(Topics.RAW, "ingest");
    private static final int PATIENCE_MILLIS = 600_000;
    private static final Patience LONG =
            new Patience(Duration.ofMillis(PATIENCE_MILLIS), Duration.ofMillis(20));

    private final List<Offering> offerings;
    private final int chunk;
    private final IngestClient ingest;
    private final KafkaProducer<String, byte[]> producer;
    private final Semaphore released = new Semaphore(0);
    private final Map<DeadLetterId, String> refused = new TreeMap<>();
    private final AtomicInteger allowed = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private final CompletableFuture<Void> sending;

    private Load(Rig rig, List<Offering> offerings, int chunk) {
        this.offerings = List.copyOf(offerings);
        this.chunk = chunk;
        this.ingest = rig.ingest();
        this.producer = producer(rig.brokers().bootstrapServers());
        this.sending = CompletableFuture.runAsync(this::send, Thread::startVirtualThread);
    }

    /** Begins with nothing released. */
    public static Load begin(Rig rig, List<Offering> offerings) {
        return begin(rig, offerings, CHUNK);
    }

    /** Begins with nothing released; so many offerings are to go together. */
    public static Load begin(Rig rig, List<Offering> offerings, int chunk) {
        return new Load(rig, offerings, chunk);
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "delivery.timeout.ms", PATIENCE_MILLIS,
                        "max.block.ms", PATIENCE_MILLIS,
                        "partitioner.class", DidPartitioner.class.getName());
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** How many chunks there are. */
    public int chunks() {
        return (offerings.size() + chunk - 1) / chunk;
    }

    /** How many offerings there are. */
    public int size() {
        return offerings.size();
    }

    /** Lets so many chunks more be sent. */
    public void release(int chunks) {
        allowed.addAndGet(chunks);
        released.release(chunks);
    }

    /** Waits until all that was released is accepted. */
    public void awaitSent() {
        LONG.await(
                "the load to be accepted",
                () ->
                        sent.get() >= Math.min(allowed.get(), chunks()) || sending.isDone()
                                ? Optional.of(true)
                                : Optional.empty());
    }

    /** Lets everything be sent, and waits until it is accepted. */
    public void finish() {
        released.release(chunks());
        try {
            sending.join();
        } catch (CompletionException e) {
            throw new LaunchException("the load was not accepted: " + e.getCause(), e);
        }
    }

    /** The dead letters that must come of it besides those that the input log tells; when done. */
    public Map<DeadLetterId, String> refused() {
        return refused;
    }

    private void send() {
        for (int from = 0; from < offerings.size(); from += chunk) {
            released.acquireUninterruptibly();
            send(offerings.subList(from, Math.min(offerings.size(), from + chunk)));
            sent.incrementAndGet();
        }
    }

    private void send(List<Offering> together) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<Offering.OnTopic> others = new ArrayList<>();
        for (Offering offering : together) {
            switch (offering) {
                case Offering.Row row -> add(lines, row.line());
                case Offering.RefusedRow row -> {
                    add(lines, row.line());
                    String origin = "urn:pressline:import:" + SOURCE + '#';
                    refused.put(
                            new DeadLetterId(INTAKE_DEAD_LETTERS, origin + Hash.of(row.line())),
                            row.reason());
                }
                case Offering.OnTopic other -> others.add(other);
            }
        }
        if (lines.size() > 0) {
            Answer answer = ingest.lines(lines.toByteArray(), SOURCE);
            if (answer.accepted() + answer.deadLettered() == 0) {
                throw new LaunchException("ingest took nothing: " + answer);
            }
        }
        others.forEach(this::put);
    }

    private static void add(ByteArrayOutputStream lines, byte[] line) {
        lines.writeBytes(line);
        lines.write('\n');
    }

    private void put(Offering.OnTopic other) {
        Headers headers = new RecordHeaders();
        other.rev().ifPresent(rev -> EnvelopeHeaders.add(headers, "ce_rev", rev));
        try {
            RecordMetadata at =
                    producer.send(
                                    new ProducerRecord<>(
                                            other.topic(),
                                            null,
                                            other.key(),
                                            other.value(),
                                            headers))
                            .get();
            other.refusal()
                    .ifPresent(refusal -> refused.put(id(other, refusal, at), refusal.reason()));
        } catch (ExecutionException e) {
            throw new LaunchException("the brokers did not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while sending", e);
        }
    }

    /** The index tells no origin, since Kafka Streams does not tell it everywhere. */
    private static DeadLetterId id(
            Offering.OnTopic other, Offering.Refusal refusal, RecordMetadata at) {
        boolean isOfIndex = other.topic().equals(Topics.NORMALIZED);
        String origin = isOfIndex ? other.key() : at.partition() + "@" + at.offset();
        return new DeadLetterId(refusal.queue(), origin);
    }

    @Override
    public void close() {
        producer.close();
        ingest.close();
    }
}

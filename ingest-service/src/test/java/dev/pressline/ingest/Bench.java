package dev.pressline.ingest;

import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Topics;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.publish.TestIntakes;
import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.ingest.repos.TestRepos;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.SilentProducer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An intake in front of a producer that remembers what it was given, without a broker. */
public final class Bench {

    /** The producer; {@code autoComplete} acknowledges at once. */
    public final MockProducer<String, byte[]> kafka;

    /** The metrics. */
    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    /** Sends through {@link #kafka}. */
    public final EventProducer producer;

    /** What is noted through {@link #producer} of repositories. */
    public final KnownRepos known;

    /** Publishes through {@link #producer}. */
    public final Intakes intakes;

    /** A bench whose producer acknowledges at once. */
    public Bench() {
        this(true);
    }

    /** A bench whose producer acknowledges at once, or only when told to. */
    public Bench(boolean autoComplete) {
        this.kafka =
                autoComplete
                        ? new MockProducer<>(
                                true, null, new StringSerializer(), new ByteArraySerializer())
                        : new SilentProducer();
        this.producer = new EventProducer(kafka);
        this.known = TestRepos.known(kafka, producer);
        this.intakes = TestIntakes.of(producer, known, registry);
    }

    /** What was sent to a topic, in order. */
    public List<ProducerRecord<String, byte[]>> sent(String topic) {
        return kafka.history().stream().filter(r -> r.topic().equals(topic)).toList();
    }

    /** What was sent to the dead-letter queue, in order. */
    public List<ProducerRecord<String, byte[]>> deadLetters() {
        return sent(Topics.deadLetters(Topics.RAW, "ingest"));
    }

    /** The text of a header, empty without one. */
    public static String header(ProducerRecord<String, byte[]> event, String name) {
        return EnvelopeHeaders.text(event.headers(), name).orElse("");
    }

    /** The value as text. */
    public static String text(ProducerRecord<String, byte[]> event) {
        return new String(event.value(), StandardCharsets.UTF_8);
    }

    /** A counter's value. */
    public double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }
}

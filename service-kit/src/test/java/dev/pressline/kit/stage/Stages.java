package dev.pressline.kit.stage;

import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.SilentProducer;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minio.MinioAsyncClient;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A stage without a broker: its producer remembers what it was given. */
final class Stages {

    static final String INPUT = "pressline.raw.v1";
    static final String OUTPUT = "pressline.normalized.v1";
    static final String DEAD_LETTERS = "pressline.raw.v1.test.dlq";
    static final StageIdentity IDENTITY = new StageIdentity("test", DEAD_LETTERS, "1.2.3");

    /** Large values go nowhere; small ones need no store. */
    static final LargeValues NO_STORE =
            new LargeValues(
                    new ObjectStore(
                            MinioAsyncClient.builder().endpoint("http://127.0.0.1:9").build(),
                            new SimpleMeterRegistry()),
                    "values");

    final MockProducer<String, byte[]> kafka;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    final StageMetrics metrics = new StageMetrics(registry, "test", List.of("bad-record"));
    final LoopMonitor monitor = new LoopMonitor();
    Traces traces = Traces.OFF;
    final Set<LetterOrigin> sentBefore = new HashSet<>();

    private Stages(MockProducer<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** A stage whose broker acknowledges at once. */
    static Stages acknowledging() {
        return new Stages(
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
    }

    /** A stage whose broker acknowledges when the test says so. */
    static Stages silent() {
        return new Stages(new SilentProducer());
    }

    StageLoop loop(RecordHandler handler) {
        return loop(handler, Lane.ACCOUNT);
    }

    StageLoop loop(RecordHandler handler, Lane lane) {
        return new StageLoop(
                handler,
                lane,
                new StageLoop.Outlets(
                        new EventProducer(kafka),
                        new DeadLetters(IDENTITY, NO_STORE, keys -> sentBefore),
                        metrics,
                        traces,
                        monitor.loop("test")),
                16);
    }

    /** What was sent to a topic, in order. */
    List<ProducerRecord<String, byte[]>> sent(String topic) {
        return kafka.history().stream().filter(event -> event.topic().equals(topic)).toList();
    }

    double count(String name, String tag, String value) {
        return registry.get(name).tag(tag, value).counter().count();
    }

    double inFlight() {
        return registry.get("pressline.events.in.flight").gauge().value();
    }

    /** A record of an account. */
    static ConsumerRecord<String, byte[]> input(String account, int offset) {
        String key = "at://did:web:" + account + "/site.standard.document/" + offset;
        return input(key, offset, "value " + offset);
    }

    static ConsumerRecord<String, byte[]> input(String key, int offset, String value) {
        return new ConsumerRecord<>(INPUT, 3, offset, key, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The record passed on as it is. */
    static List<ProducerRecord<String, byte[]>> passOn(ConsumerRecord<String, byte[]> input) {
        return List.of(new ProducerRecord<>(OUTPUT, input.key(), input.value()));
    }
}

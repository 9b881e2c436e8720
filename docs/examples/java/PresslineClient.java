import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.EventType;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.Origin;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.event.Verification;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.serde.ContractJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes a record to Pressline, or follows what Pressline makes of all records. */
public final class PresslineClient {

    private static final String USAGE =
            """
            usage: PresslineClient publish BOOTSTRAP-SERVERS AT-URI RECORD.json
                   PresslineClient follow  BOOTSTRAP-SERVERS GROUP [HOW-MANY]""";

    private PresslineClient() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 4 && args[0].equals("publish")) {
            publish(args[1], AtUri.parse(args[2]), Files.readAllBytes(Path.of(args[3])));
        } else if (args.length >= 3 && args[0].equals("follow")) {
            follow(args[1], args[2], args.length > 3 ? Long.parseLong(args[3]) : Long.MAX_VALUE);
        } else {
            System.err.println(USAGE);
            System.exit(64);
        }
    }

    /** One record with its envelope, on the partition of its account; returns when all replicas have it. */
    private static void publish(String servers, AtUri uri, byte[] record) throws Exception {
        Instant now = Instant.now();
        Envelope envelope =
                new Envelope(
                        EventType.RAW,
                        "urn:example:client",
                        new EventKey.OfRecord(uri),
                        // The version: of two records at one AT-URI the one with the later rev counts.
                        Tid.of(now.toEpochMilli() * 1_000, 0),
                        Optional.empty(),
                        Operation.PUT,
                        Origin.PUSH,
                        Verification.NONE,
                        Optional.of(now),
                        Optional.empty());
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", servers,
                        "acks", "all",
                        "partitioner.class", DidPartitioner.class.getName());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.RAW,
                                    null,
                                    uri.toString(),
                                    record,
                                    EnvelopeHeaders.write(envelope)))
                    .get();
        }
        System.out.println("published " + uri + " as " + envelope.rev());
    }

    /** Every value in order of its account; what was printed is committed, so a second start goes on behind it. */
    private static void follow(String servers, String group, long howMany) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", servers,
                        "group.id", group,
                        "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.NORMALIZED));
            long seen = 0;
            while (seen < howMany) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                    System.out.println(described(event));
                    seen++;
                }
                consumer.commitSync();
            }
        }
    }

    private static String described(ConsumerRecord<String, byte[]> event) {
        if (event.value() == null) {
            return "deleted   " + event.key();
        }
        if (event.headers().lastHeader(EnvelopeHeaders.VALUE_REFERENCE) != null) {
            return "large     " + event.key();
        }
        Normalized value = ContractJson.read(event.value());
        return value instanceof Document document
                ? "document  " + event.key() + "  " + document.title()
                : "other     " + event.key();
    }
}

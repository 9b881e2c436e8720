package dev.pressline.testing.benchmarks.contend;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.ChildSpec;
import dev.pressline.local.process.Installation;
import dev.pressline.local.process.JavaCommand;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Program;
import dev.pressline.local.watch.TopicReader;
import dev.pressline.testing.benchmarks.bare.BareMain;
import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Processes;
import dev.pressline.testing.benchmarks.measure.Puts;
import dev.pressline.testing.benchmarks.naive.SimplePage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A contender of one process that takes its rows from a topic and puts simple pages. */
final class TopicContender implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int HEAP_MEBIBYTES = 256;

    private final Workplace workplace;
    private final ChildProcess process;
    private final Way way;
    private final KafkaProducer<String, byte[]> producer;
    private long rows;
    private long documents;
    private long pageBytes;

    /** How one tells that a contender has finished, and what it has put. */
    private enum Way {
        BARE {
            @Override
            void await(Workplace workplace, long rows, long documents) {
                workplace.awaitCommitted("bare", rows);
            }

            @Override
            Puts puts(Workplace workplace, long documents, long pageBytes) {
                return new Puts(documents, pageBytes);
            }
        },
        NAIVE {
            @Override
            void await(Workplace workplace, long rows, long documents) {
                workplace.awaitWritten(Workplace.RENDERED, documents);
            }

            @Override
            Puts puts(Workplace workplace, long documents, long pageBytes) {
                AtomicLong bytes = new AtomicLong();
                TopicReader.read(
                        workplace.kafka().bootstrapServers(),
                        List.of(Workplace.RENDERED),
                        message -> bytes.addAndGet(ByteBuffer.wrap(message.value()).getLong()));
                return new Puts(2 * documents, bytes.get());
            }
        };

        abstract void await(Workplace workplace, long rows, long documents);

        abstract Puts puts(Workplace workplace, long documents, long pageBytes);
    }

    private TopicContender(Workplace workplace, ChildSpec spec, List<String> groups, Way way) {
        this.workplace = workplace;
        this.way = way;
        this.process = ChildProcess.start(spec);
        this.producer = producer(workplace);
        workplace.awaitGroups(groups);
    }

    static TopicContender bare(Path directory) {
        Workplace workplace = Workplace.start(directory);
        JavaCommand command =
                command(
                        Program.of(
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))),
                        BareMain.class.getName(),
                        List.of(
                                workplace.kafka().bootstrapServers(),
                                Workplace.ROWS,
                                "bare",
                                workplace.store().endpoint(),
                                Workplace.BUCKET));
        Map<String, String> environment =
                Map.of(
                        BareMain.ACCESS_KEY, workplace.store().keys().accessKey(),
                        BareMain.SECRET_KEY, workplace.store().keys().secretKey());
        ChildSpec spec = new ChildSpec("bare", command, environment, directory);
        return new TopicContender(workplace, spec, List.of("bare"), Way.BARE);
    }

    static TopicContender naive(Path directory) {
        Workplace workplace = Workplace.start(directory);
        JavaCommand command =
                command(
                        Installation.find().service("testing/benchmarks/naive"),
                        "io.quarkus.runner.GeneratedMain",
                        List.of());
        Map<String, String> environment =
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", workplace.kafka().bootstrapServers(),
                        "BENCH_STORE_ENDPOINT", workplace.store().endpoint(),
                        "BENCH_STORE_ACCESS_KEY", workplace.store().keys().accessKey(),
                        "BENCH_STORE_SECRET_KEY", workplace.store().keys().secretKey(),
                        "BENCH_STORE_BUCKET", Workplace.BUCKET);
        ChildSpec spec = new ChildSpec("naive", command, environment, directory);
        List<String> groups = List.of("naive-rows", "naive-documents");
        return new TopicContender(workplace, spec, groups, Way.NAIVE);
    }

    private static JavaCommand command(Program program, String mainClass, List<String> arguments) {
        return new JavaCommand(program, mainClass, HEAP_MEBIBYTES, arguments);
    }

    private static KafkaProducer<String, byte[]> producer(Workplace workplace) {
        Map<String, Object> config =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        workplace.kafka().bootstrapServers(),
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4");
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public Duration process(List<Row> batch) {
        long start = System.nanoTime();
        send(batch);
        rows += batch.size();
        documents += batch.stream().filter(Row::isDocument).count();
        way.await(workplace, rows, documents);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        pageBytes += batch.stream().filter(Row::isDocument).mapToLong(r -> page(r).length).sum();
        return elapsed;
    }

    private void send(List<Row> batch) {
        List<Future<RecordMetadata>> acks =
                batch.stream().map(row -> producer.send(record(row))).toList();
        try {
            for (Future<RecordMetadata> ack : acks) {
                ack.get();
            }
        } catch (ExecutionException e) {
            throw new LaunchException("the broker did not take a row", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while sending rows", e);
        }
    }

    private static ProducerRecord<String, byte[]> record(Row row) {
        return new ProducerRecord<>(Workplace.ROWS, row.uri(), row.json());
    }

    private static byte[] page(Row row) {
        try {
            return SimplePage.render(JSON.readTree(row.json()).path("record"));
        } catch (IOException e) {
            throw new LaunchException("a generated row is no JSON", e);
        }
    }

    @Override
    public Processes processes() {
        return new Processes(
                List.of(process, workplace.kafka().process(), workplace.store().process()));
    }

    @Override
    public Puts puts() {
        return way.puts(workplace, documents, pageBytes);
    }

    @Override
    public String check(List<Row> all) {
        SortedMap<String, String> expected = new TreeMap<>();
        all.stream()
                .filter(Row::isDocument)
                .forEach(
                        row ->
                                expected.put(
                                        SimplePage.key(row.did(), row.rkey()),
                                        Site.sha256(page(row))));
        new Site(workplace.store().client(), Workplace.BUCKET).require(expected);
        return Site.fingerprint(expected);
    }

    @Override
    public void close() {
        producer.close(GRACE);
        process.stop(GRACE);
        workplace.close();
    }
}

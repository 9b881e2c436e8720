package dev.pressline.testing.benchmarks.contend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Pipeline;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.StartListener;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import dev.pressline.local.watch.Metrics;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Quiescence;
import dev.pressline.local.watch.Snapshot;
import dev.pressline.local.watch.TopicReader;
import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Processes;
import dev.pressline.testing.benchmarks.measure.Puts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The three packaged services, fed over HTTP as an import feeds them. The last output counts as
 * readable at the time that its manifest bears: the press makes it after the put.
 */
public final class Pressline implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An archive of 100,000 documents takes more than half an hour. */
    private static final Patience QUIET = new Patience(Duration.ofHours(2), Duration.ofSeconds(2));

    private static final int LINES = 200;
    private static final String SOURCE = "bench";
    private static final String NO_NETWORK = "http://127.0.0.1:9/";

    private final Pipeline pipeline;
    private final PipelineProbe probe;
    private final IngestClient ingest;

    private Pressline(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.probe = new PipelineProbe(pipeline.addresses());
        this.ingest =
                new IngestClient(
                        pipeline.addresses().of(Service.INGEST).http(),
                        pipeline.addresses().pushToken());
    }

    /** Starts them on an empty directory, with settings of the services for experiments. */
    public static Pressline start(Path directory, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("PRESSLINE_ATPROTO_PLC_URL", NO_NETWORK);
        PipelineOptions options =
                new PipelineOptions(
                        directory, Ports.FREE, Optional.of("https://bench.example"), settings);
        return new Pressline(Pipeline.start(options, new Silent()));
    }

    private static final class Silent implements StartListener {
        @Override
        public void starting(String part) {}

        @Override
        public void ready(String part, String where) {}
    }

    @Override
    public Duration process(List<Row> rows) {
        long start = System.currentTimeMillis();
        send(rows);
        awaitQuiet();
        return Duration.ofMillis(lastManifest() - start);
    }

    /** Hands rows in; returns when they are accepted. */
    public void send(List<Row> rows) {
        for (int from = 0; from < rows.size(); from += LINES) {
            ingest.lines(lines(rows.subList(from, Math.min(rows.size(), from + LINES))), SOURCE);
        }
    }

    /** Returns when everything handed in is done. */
    public void awaitQuiet() {
        new Quiescence().await(this::look, QUIET);
    }

    private static byte[] lines(List<Row> rows) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 20);
        for (Row row : rows) {
            lines.writeBytes(row.json());
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    /** What it is doing now. */
    public Snapshot look() {
        pipeline.requireAlive();
        return probe.look();
    }

    private long lastManifest() {
        AtomicLong last = new AtomicLong();
        TopicReader.read(
                pipeline.addresses().bootstrapServers(),
                List.of(Topics.RENDERED),
                manifest -> last.accumulateAndGet(manifest.timestamp(), Math::max));
        return last.get();
    }

    /** Where its parts are. */
    public Addresses addresses() {
        return pipeline.addresses();
    }

    /** The process of a service. */
    public ChildProcess process(Service service) {
        return pipeline.children().stream()
                .filter(child -> child.name().equals(service.title()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Processes processes() {
        return new Processes(pipeline.children());
    }

    @Override
    public Puts puts() {
        Metrics metrics =
                probe.metrics(Service.RENDER)
                        .orElseThrow(() -> new LaunchException("render does not answer"));
        return new Puts(
                metrics.count("pressline_puts_total"), metrics.count("pressline_put_bytes_total"));
    }

    @Override
    public String check(List<Row> rows) {
        long deadLetters = probe.look().deadLetters();
        if (deadLetters > 0) {
            throw new WrongResultException(deadLetters + " dead letters");
        }
        SortedMap<String, String> announced = announced();
        for (Row row : rows) {
            AtUri uri = AtUri.parse(row.uri());
            String folder =
                    row.isDocument() ? ObjectKeys.document(uri) : ObjectKeys.publication(uri);
            if (!announced.containsKey(ObjectKeys.page(folder))) {
                throw new WrongResultException("no page was announced for " + uri);
            }
        }
        new Site(pipeline.addresses().store(), Addresses.SITE_BUCKET).require(announced);
        return Site.fingerprint(announced);
    }

    private SortedMap<String, String> announced() {
        SortedMap<String, String> sha256ByKey = new TreeMap<>();
        TopicReader.read(
                pipeline.addresses().bootstrapServers(),
                List.of(Topics.RENDERED),
                manifest -> {
                    if (manifest.value() == null) {
                        sha256ByKey.remove(manifest.key());
                    } else {
                        sha256ByKey.put(manifest.key(), sha256(manifest.value()));
                    }
                });
        return sha256ByKey;
    }

    private static String sha256(byte[] manifest) {
        try {
            JsonNode read = JSON.readTree(manifest);
            return read.path("sha256").asText();
        } catch (IOException e) {
            throw new WrongResultException("a manifest is unreadable: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        ingest.close();
        probe.close();
        pipeline.close();
    }
}

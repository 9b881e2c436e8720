package dev.pressline.testing.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.intake.IngestClient;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Pipeline;
import dev.pressline.local.pipeline.PipelineOptions;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.StartListener;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import dev.pressline.local.watch.PipelineProbe;
import dev.pressline.local.watch.Quiescence;
import dev.pressline.local.watch.TopicReader;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.Result;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The packaged pipeline on a real broker and a real store, used as its users do: over HTTP, topics
 * and the bucket.
 */
final class RunningPipeline implements AutoCloseable {

    /** Settings of services that know nobody, and wait for nobody's repository. */
    static final Map<String, String> ALONE =
            Map.of(
                    "PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/",
                    "PRESSLINE_NORMALIZE_LOOK_UPS_ENABLED", "false");

    private static final Patience QUIET =
            new Patience(Duration.ofSeconds(240), Duration.ofMillis(300));
    private static final String PUBLIC_URL = "https://press.example";

    private final Pipeline pipeline;
    private final PipelineProbe probe;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningPipeline(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.probe = new PipelineProbe(pipeline.addresses());
    }

    /** A pipeline that knows nobody: the PLC directory does not answer. */
    static RunningPipeline start(Path data) {
        return start(data, Map.of("PRESSLINE_ATPROTO_PLC_URL", "http://127.0.0.1:9/"));
    }

    /** A pipeline whose services have these settings, as environment variables. */
    static RunningPipeline start(Path data, Map<String, String> environment) {
        PipelineOptions options =
                new PipelineOptions(data, Ports.FREE, Optional.of(PUBLIC_URL), environment);
        return new RunningPipeline(Pipeline.start(options, new Silent(), Foundations.kind()));
    }

    private static final class Silent implements StartListener {
        @Override
        public void starting(String part) {}

        @Override
        public void ready(String part, String where) {}
    }

    /**
     * Imports rows and waits until everything derived from them is done; returns ingest's answer.
     */
    JsonNode importRows(String... rows) {
        JsonNode answer = post(String.join("\n", rows), "import");
        awaitQuiet();
        return answer;
    }

    /** Posts NDJSON to {@code /records}. */
    JsonNode post(String ndjson, String origin) {
        URI uri =
                pipeline.addresses().of(Service.INGEST).http().resolve("/records?origin=" + origin);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + pipeline.addresses().pushToken())
                        .POST(BodyPublishers.ofString(ndjson))
                        .build();
        return json(send(request).body());
    }

    /**
     * Reads a repository as {@code pressline backfill} does, and waits until everything derived
     * from it is done; returns how it ended.
     */
    JsonNode backfill(String repo) {
        JsonNode end = readRepo(repo);
        awaitQuiet();
        return end;
    }

    /** Reads a repository as {@code pressline backfill} does; returns how it ended. */
    JsonNode readRepo(String repo) {
        try (IngestClient ingest = ingest()) {
            String id = ingest.beginBackfill(repo);
            return QUIET.await("the backfill of " + repo, () -> ended(ingest, id));
        }
    }

    /** Begins to read a repository. */
    void beginRepo(String repo) {
        try (IngestClient ingest = ingest()) {
            ingest.beginBackfill(repo);
        }
    }

    private IngestClient ingest() {
        Addresses addresses = pipeline.addresses();
        return new IngestClient(addresses.of(Service.INGEST).http(), addresses.pushToken());
    }

    private static Optional<JsonNode> ended(IngestClient ingest, String id) {
        for (JsonNode state : ingest.backfills()) {
            boolean isOver = Set.of("done", "refused").contains(state.path("phase").asText());
            if (isOver && state.path("repo").asText().equals(id)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    HttpResponse<byte[]> postUnauthorized(String ndjson) {
        URI uri = pipeline.addresses().of(Service.INGEST).http().resolve("/records");
        return send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString(ndjson))
                        .build());
    }

    /** Kills a service, as a crash would, and starts it again. */
    void crash(Service service) {
        crash(service, () -> {});
    }

    /** The same, and has something happen while it is down. */
    void crash(Service service, Runnable meanwhile) {
        pipeline.crash(service, meanwhile, new Silent());
    }

    /** Stops a part without ending it: it answers nobody. */
    void freeze(String part) {
        signal(part, "STOP");
    }

    /** Has a part go on that was frozen. */
    void thaw(String part) {
        signal(part, "CONT");
    }

    private void signal(String part, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid(part))).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The process of a part that has one of its own. */
    long pid(String part) {
        return pipeline.children().stream()
                .filter(child -> child.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process of its own: " + part))
                .pid();
    }

    /** Where its broker and its store are. */
    Stream<URI> foundations() {
        return Stream.of(
                URI.create("kafka://" + pipeline.addresses().bootstrapServers()),
                URI.create(pipeline.addresses().storeEndpoint()));
    }

    /** Waits until {@code question} has an answer. */
    <T> T await(String what, Supplier<Optional<T>> question) {
        return QUIET.await(what, question);
    }

    /** The values that a topic holds for a key, oldest first; empty for a tombstone. */
    List<Optional<byte[]>> values(String topic, String key) {
        List<Optional<byte[]>> values = new ArrayList<>();
        TopicReader.read(
                pipeline.addresses().bootstrapServers(),
                List.of(topic),
                event -> {
                    if (key.equals(event.key())) {
                        values.add(Optional.ofNullable(event.value()));
                    }
                });
        return values;
    }

    /** Sends an event in a transaction that is then given up, as one of a process that died is. */
    void sendInVain(ProducerRecord<String, byte[]> event) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        pipeline.addresses().bootstrapServers(),
                        "transactional.id",
                        "in-vain");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(event);
            producer.flush();
            producer.abortTransaction();
        }
    }

    /** Says on the raw topic what became of an account, as a relay would have it said. */
    void tellAccount(String did, String rev, String json) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", pipeline.addresses().bootstrapServers(),
                        "partitioner.class", DidPartitioner.class.getName());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(RawEvents.event(did, rev, json));
        }
    }

    void awaitQuiet() {
        new Quiescence().await(probe::look, QUIET);
    }

    /** Where render answers, with the slash at its end. */
    String siteUrl() {
        return pipeline.addresses().of(Service.RENDER).http().resolve("/").toString();
    }

    /** Asks render's HTTP for a path, with headers in pairs. */
    HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        pipeline.addresses().of(Service.RENDER).http().resolve(path));
        return send((headers.length == 0 ? request : request.headers(headers)).GET().build());
    }

    HttpResponse<byte[]> request(String method, String path) {
        URI uri = pipeline.addresses().of(Service.RENDER).http().resolve(path);
        return send(HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build());
    }

    String text(String path) {
        return new String(get(path).body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The normalized document beside a page. */
    JsonNode document(String did, String rkey) {
        return json(get("/document/" + did + "/" + rkey + "/index.json").body());
    }

    long puts() {
        return probe.metrics(Service.RENDER).orElseThrow().count("pressline_puts_total");
    }

    /** How many changes of its index render had to read from changelogs. */
    long restored() {
        return probe.metrics(Service.RENDER).orElseThrow().count("pressline_index_restored_total");
    }

    long deadLetters() {
        return probe.look().deadLetters();
    }

    /** Every record of these topics that is still there. */
    List<ConsumerRecord<String, byte[]>> events(List<String> topics) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        TopicReader.read(pipeline.addresses().bootstrapServers(), topics, events::add);
        return events;
    }

    /** What all services show of themselves now. */
    Scrape scrape() {
        return Scrape.of(
                Stream.of(Service.values())
                        .map(service -> metrics(service, "text/plain;version=0.0.4"))
                        .toList());
    }

    /** What a service shows to who asks for OpenMetrics, which has exemplars. */
    String openMetrics(Service service) {
        return metrics(service, "application/openmetrics-text;version=1.0.0,*/*;q=0.1");
    }

    private String metrics(Service service, String format) {
        HttpRequest request =
                HttpRequest.newBuilder(pipeline.addresses().of(service).metrics())
                        .header("Accept", format)
                        .build();
        return new String(send(request).body(), UTF_8);
    }

    /** Whether a service's health endpoint answers 200. */
    boolean isUp(Service service, String endpoint) {
        URI uri = pipeline.addresses().of(service).management().resolve("/q/health/" + endpoint);
        return send(HttpRequest.newBuilder(uri).GET().build()).statusCode() == 200;
    }

    /** Puts an object into a bucket of the store, as nobody of ours does. */
    void keep(String bucket, String key, byte[] bytes) {
        try {
            pipeline.addresses()
                    .store()
                    .putObject(
                            PutObjectArgs.builder()
                                    .bucket(bucket)
                                    .object(key)
                                    .data(bytes, bytes.length)
                                    .build());
        } catch (Exception e) {
            throw new IllegalStateException("the store cannot be written", e);
        }
    }

    /** The hash of every public object by key. */
    Map<String, String> site() {
        return objects(Addresses.SITE_BUCKET);
    }

    /** Where everything of it is. */
    Addresses addresses() {
        return pipeline.addresses();
    }

    /** The hash of every private object by key. */
    Map<String, String> kept() {
        return objects(Addresses.VALUES_BUCKET);
    }

    /** The bytes of every public object by key. */
    Map<String, byte[]> contents() {
        MinioClient store = pipeline.addresses().store();
        Map<String, byte[]> contents = new TreeMap<>();
        for (String key : site().keySet()) {
            try {
                contents.put(key, object(store, Addresses.SITE_BUCKET, key));
            } catch (Exception e) {
                throw new IllegalStateException("the store cannot be read", e);
            }
        }
        return contents;
    }

    private static byte[] object(MinioClient store, String bucket, String key) throws Exception {
        try (InputStream in =
                store.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return in.readAllBytes();
        }
    }

    /** The hash of every object of a bucket by key. */
    Map<String, String> objects(String bucket) {
        try {
            MinioClient store = pipeline.addresses().store();
            Map<String, String> objects = new TreeMap<>();
            ListObjectsArgs all = ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
            for (Result<Item> item : store.listObjects(all)) {
                String key = item.get().objectName();
                byte[] digest =
                        MessageDigest.getInstance("SHA-256").digest(object(store, bucket, key));
                objects.put(key, HexFormat.of().formatHex(digest));
            }
            return objects;
        } catch (Exception e) {
            throw new IllegalStateException("the store cannot be read", e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(byte[] bytes) {
        try {
            return ContractJson.mapper().readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "not JSON: " + new String(bytes, java.nio.charset.StandardCharsets.UTF_8), e);
        }
    }

    @Override
    public void close() {
        probe.close();
        pipeline.close();
    }
}

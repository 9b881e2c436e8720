package dev.pressline.testing.endtoend;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.watch.TopicReader;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Everything that a pipeline lets others read, as text by its place. Stateless. */
final class EverythingSaid {

    private static final List<String> MANAGEMENT = List.of("/q/health", "/q/metrics");
    private static final List<String> OWN =
            List.of("/", "/backfills", "/backfills/progress", "/q/", "/search/?q=title");

    private EverythingSaid() {}

    /** What a service answers on both ports, headers included. */
    static Map<String, String> answers(ServiceAddress address) {
        Map<String, String> texts = new HashMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String path : MANAGEMENT) {
                answer(http, address.management().resolve(path), texts);
            }
            for (String path : OWN) {
                answer(http, address.http().resolve(path), texts);
            }
        } catch (IOException e) {
            throw new IllegalStateException(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return texts;
    }

    private static void answer(HttpClient http, URI uri, Map<String, String> texts)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        texts.put(uri.toString(), answer.headers().map() + answer.body());
    }

    /** What every process of a data directory has printed. */
    static Map<String, String> logs(Path directory) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(directory.resolve("logs"))) {
            for (Path file : files.toList()) {
                texts.put("log " + file.getFileName(), text(Files.readAllBytes(file)));
            }
        }
        return texts;
    }

    /** Keys, headers and values of every topic. */
    static Map<String, String> records(String bootstrapServers) {
        Map<String, String> texts = new HashMap<>();
        List<String> topics =
                Stream.concat(Topics.COMPACTED.stream(), Topics.DEAD_LETTERS.stream()).toList();
        TopicReader.read(bootstrapServers, topics, each -> texts.put(place(each), text(each)));
        return texts;
    }

    private static String place(ConsumerRecord<String, byte[]> each) {
        return "record %s %d %d".formatted(each.topic(), each.partition(), each.offset());
    }

    private static String text(ConsumerRecord<String, byte[]> each) {
        StringBuilder text = new StringBuilder(each.key() + text(each.value()));
        for (Header header : each.headers()) {
            text.append(header.key()).append(text(header.value()));
        }
        return text.toString();
    }

    /** Every object of both buckets; closes the client. */
    static Map<String, String> objects(MinioClient client) throws Exception {
        Map<String, String> texts = new HashMap<>();
        try (client) {
            for (String bucket : Addresses.BUCKETS) {
                ListObjectsArgs all =
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build();
                for (Result<Item> item : client.listObjects(all)) {
                    String key = item.get().objectName();
                    texts.put(bucket + '/' + key, object(client, bucket, key));
                }
            }
        }
        return texts;
    }

    private static String object(MinioClient client, String bucket, String key) throws Exception {
        try (InputStream in =
                client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return text(in.readAllBytes());
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}

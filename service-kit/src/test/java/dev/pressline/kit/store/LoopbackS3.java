package dev.pressline.kit.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minio.MinioAsyncClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * As much of the S3 protocol as the services need, on loopback, for tests that look into a store or
 * have it fail. The real thing is in the end-to-end tests. Thread-safe.
 */
public class LoopbackS3 implements AutoCloseable {

    private static final byte[] TAKEN =
            "<Error><Code>PreconditionFailed</Code></Error>".getBytes(StandardCharsets.UTF_8);

    private static final byte[] ABSENT =
            "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);

    /** Without one of its own a client reads every certificate of the machine when it is made. */
    private static final OkHttpClient HTTP = new OkHttpClient();

    /** An object as it was put. */
    public record Stored(byte[] bytes, Map<String, List<String>> headers) {}

    /** The objects by path. */
    public final Map<String, Stored> objects = new ConcurrentHashMap<>();

    /** The requests so far: method and path. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    /** Whether every request fails. */
    public volatile boolean down;

    /** Which paths fail. */
    public volatile Predicate<String> failing = path -> false;

    private final HttpServer server;

    /** Starts one on a free port. */
    public LoopbackS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** A store that talks to it. */
    public ObjectStore client() {
        return new ObjectStore(
                MinioAsyncClient.builder()
                        .endpoint("http://localhost:" + server.getAddress().getPort())
                        .region("us-east-1")
                        .credentials("key", "secret-secret")
                        .httpClient(HTTP)
                        .build(),
                new SimpleMeterRegistry());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + ' ' + path);
            if (down || failing.test(path)) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "PUT" -> put(exchange, path);
                case "HEAD" -> head(exchange, path);
                case "GET" -> get(exchange, path);
                case "DELETE" -> delete(exchange, path);
                default -> exchange.sendResponseHeaders(405, -1);
            }
        }
    }

    private void put(HttpExchange exchange, String path) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        Stored stored = new Stored(bytes, Map.copyOf(exchange.getRequestHeaders()));
        boolean ifAbsent = exchange.getRequestHeaders().containsKey("If-None-Match");
        if ((ifAbsent ? objects.putIfAbsent(path, stored) : clear(path, stored)) == null) {
            exchange.getResponseHeaders().set("ETag", "\"x\"");
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(412, TAKEN.length);
            exchange.getResponseBody().write(TAKEN);
        }
    }

    private @Nullable Stored clear(String path, Stored stored) {
        objects.put(path, stored);
        return null;
    }

    private void delete(HttpExchange exchange, String path) throws IOException {
        objects.remove(path);
        exchange.sendResponseHeaders(204, -1);
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        if (query.contains("list-type=2")) {
            send(exchange, list(path, parameter(query, "prefix")).getBytes(StandardCharsets.UTF_8));
        } else if (objects.containsKey(path)) {
            describe(exchange, objects.get(path));
            send(exchange, objects.get(path).bytes());
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(404, ABSENT.length);
            exchange.getResponseBody().write(ABSENT);
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/xml"));
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String parameter(String query, String name) {
        return Stream.of(query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private String list(String bucket, String prefix) {
        String root = bucket.endsWith("/") ? bucket : bucket + "/";
        return objects.keySet().stream()
                .filter(key -> key.startsWith(root + prefix))
                .sorted()
                .map(key -> entry(key.substring(root.length()), objects.get(key)))
                .collect(
                        Collectors.joining(
                                "",
                                "<ListBucketResult><Name>b</Name><KeyCount>1</KeyCount><MaxKeys>1000</MaxKeys>"
                                        + "<IsTruncated>false</IsTruncated>",
                                "</ListBucketResult>"));
    }

    private static String entry(String key, Stored stored) {
        return """
                <Contents><Key>%s</Key><LastModified>2015-10-21T07:28:00.000Z</LastModified>
                <ETag>x</ETag><Size>%d</Size><StorageClass>STANDARD</StorageClass></Contents>
                """
                .formatted(key, stored.bytes().length);
    }

    private void head(HttpExchange exchange, String path) throws IOException {
        Stored stored = objects.get(path);
        if (stored == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        describe(exchange, stored);
        exchange.getResponseHeaders()
                .set("Content-Length", Integer.toString(stored.bytes().length));
        exchange.sendResponseHeaders(200, -1);
    }

    private static void describe(HttpExchange exchange, Stored stored) {
        stored.headers()
                .forEach(
                        (name, values) -> {
                            if (name.toLowerCase(Locale.ROOT).startsWith("x-amz-meta-")
                                    || name.equalsIgnoreCase("Content-Type")) {
                                exchange.getResponseHeaders().put(name, values);
                            }
                        });
        exchange.getResponseHeaders().set("ETag", "\"x\"");
        exchange.getResponseHeaders().set("Last-Modified", "Wed, 21 Oct 2015 07:28:00 GMT");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

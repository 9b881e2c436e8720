package dev.pressline.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A registry on loopback, with a certificate of its own and as much of the protocol as pushing and
 * pulling need.
 */
final class LoopbackRegistry implements AutoCloseable {

    private record Manifest(String type, byte[] bytes) {}

    private final HttpsServer server;
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
    private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();

    private LoopbackRegistry(HttpsServer server) {
        this.server = server;
    }

    /** Starts one whose certificate is made in a directory. */
    static LoopbackRegistry start(Path directory) throws Exception {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        LoopbackRegistry registry = new LoopbackRegistry(HttpsServer.create(free, 0));
        registry.server.setHttpsConfigurator(new HttpsConfigurator(certificate(directory)));
        registry.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        registry.server.createContext("/v2/", registry::handle);
        registry.server.start();
        return registry;
    }

    private static SSLContext certificate(Path directory) throws Exception {
        String password = UUID.randomUUID().toString();
        Path file = directory.resolve("registry.p12");
        Tool.run(
                Tool.ofJdk("keytool").toString(),
                "-genkeypair",
                "-dname",
                "CN=localhost",
                "-keyalg",
                "EC",
                "-keystore",
                file.toString(),
                "-storepass",
                password);
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                KeyStore.getInstance(file.toFile(), password.toCharArray()),
                password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** How images name it. */
    String name() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** A manifest by its place, such as {@code team/name:tag}. */
    JsonNode manifest(String place) throws IOException {
        Manifest manifest = manifests.get(place.replaceFirst("@|:(?!.*@)", "/manifests/"));
        if (manifest == null) {
            throw new IllegalStateException(place + " is not in " + manifests.keySet());
        }
        return ContractJson.mapper().readTree(manifest.bytes());
    }

    /** A blob that is JSON. */
    JsonNode json(String digest) throws IOException {
        return ContractJson.mapper().readTree(blobs.get(digest));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/v2/".length());
            if (path.isEmpty()) {
                answer(exchange, 200, new byte[0]);
            } else if (path.contains("/blobs/uploads/")) {
                upload(exchange, path);
            } else if (path.contains("/blobs/")) {
                found(exchange, blobs.get(path.substring(path.lastIndexOf('/') + 1)));
            } else {
                manifest(exchange, path);
            }
        }
    }

    private void upload(HttpExchange exchange, String path) throws IOException {
        String id = path.substring(path.lastIndexOf('/') + 1);
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                String fresh = UUID.randomUUID().toString();
                uploads.put(fresh, new ByteArrayOutputStream());
                accepted(exchange, "/v2/" + path.replaceFirst("uploads/.*", "uploads/" + fresh));
            }
            case "PATCH" -> {
                exchange.getRequestBody().transferTo(uploads.get(id));
                accepted(exchange, "/v2/" + path);
            }
            default -> {
                exchange.getRequestBody().transferTo(uploads.get(id));
                byte[] bytes = uploads.remove(id).toByteArray();
                blobs.put(digest(bytes), bytes);
                answer(exchange, 201, new byte[0]);
            }
        }
    }

    private static void accepted(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        answer(exchange, 202, new byte[0]);
    }

    private void manifest(HttpExchange exchange, String path) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            Manifest manifest =
                    new Manifest(exchange.getRequestHeaders().getFirst("Content-Type"), bytes);
            manifests.put(path, manifest);
            manifests.put(path.replaceFirst("[^/]+$", digest(bytes)), manifest);
            exchange.getResponseHeaders().set("Docker-Content-Digest", digest(bytes));
            answer(exchange, 201, new byte[0]);
            return;
        }
        Manifest manifest = manifests.get(path);
        if (manifest == null) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", manifest.type());
        exchange.getResponseHeaders().set("Docker-Content-Digest", digest(manifest.bytes()));
        answer(exchange, 200, manifest.bytes());
    }

    private static void found(HttpExchange exchange, byte @Nullable [] it) throws IOException {
        answer(exchange, it == null ? 404 : 200, it == null ? new byte[0] : it);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        boolean silent = head || body.length == 0;
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

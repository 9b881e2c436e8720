package dev.pressline.testing.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * As much of an API server on loopback as {@code kubectl} asks: it has objects, says which kinds
 * there are, and takes every change without making it. Thread-safe.
 */
final class FakeCluster implements AutoCloseable {

    /** The answer to who wants something of a pod that runs. */
    static final String NOTHING_RUNS = "nothing runs here";

    private static final List<String> VERBS =
            List.of("get", "list", "create", "delete", "patch", "watch", "deletecollection");

    private static final Set<String> STREAMS = Set.of("exec", "portforward");

    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> kinds = new TreeMap<>();
    private final HttpServer server;

    private FakeCluster(HttpServer server) {
        this.server = server;
    }

    /** Starts one that has these. */
    static FakeCluster start(List<JsonNode> objects) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FakeCluster cluster = new FakeCluster(server);
        objects.forEach(each -> cluster.add(each.deepCopy()));
        server.createContext("/", cluster::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return cluster;
    }

    private void add(ObjectNode object) {
        String kind = object.path("kind").asText();
        String version = object.path("apiVersion").asText();
        kinds.computeIfAbsent(version, each -> new TreeMap<>()).put(plural(kind), kind);
        objects.put(key(version, plural(kind), name(object)), object);
    }

    private static String plural(String kind) {
        String lower = kind.toLowerCase(Locale.ROOT);
        return lower.endsWith("y") ? lower.substring(0, lower.length() - 1) + "ies" : lower + 's';
    }

    private static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    private static String key(String version, String plural, String name) {
        return version + '/' + plural + '/' + name;
    }

    /** A file that leads {@code kubectl} here. */
    Path config(Path directory) throws IOException {
        return Files.writeString(
                directory.resolve("kubeconfig"),
                """
                apiVersion: v1
                kind: Config
                current-context: it
                clusters: [{name: it, cluster: {server: "http://127.0.0.1:%d"}}]
                contexts: [{name: it, context: {cluster: it, user: me}}]
                users: [{name: me, user: {}}]
                """
                        .formatted(server.getAddress().getPort()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Optional<JsonNode> answer =
                    isWatch(exchange) ? Optional.empty() : found(path, exchange, body);
            byte[] bytes =
                    ContractJson.mapper().writeValueAsBytes(answer.orElseGet(() -> missing(path)));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static boolean isWatch(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestURI().getQuery()).contains("watch=true");
    }

    private Optional<JsonNode> found(String path, HttpExchange exchange, byte[] body) {
        List<String> parts = Arrays.asList(path.substring(1).split("/"));
        if (parts.size() == 1) {
            return Optional.of(parts.getFirst().equals("api") ? core() : groups());
        }
        int versionParts = parts.getFirst().equals("apis") ? 2 : 1;
        if (parts.size() <= versionParts) {
            return Optional.empty();
        }
        String version = String.join("/", parts.subList(1, 1 + versionParts));
        List<String> rest = inNamespace(parts.subList(1 + versionParts, parts.size()));
        if (!kinds.containsKey(version)) {
            return Optional.empty();
        }
        if (rest.isEmpty()) {
            return Optional.of(resources(version));
        }
        if (STREAMS.contains(rest.getLast())) {
            return Optional.empty();
        }
        return exchange.getRequestMethod().equals("POST")
                ? Optional.of(made(version, rest, body))
                : resource(version, rest);
    }

    /** What was to be made; of what comes in another form than JSON the kind alone. */
    private JsonNode made(String version, List<String> rest, byte[] body) {
        try {
            return ContractJson.mapper().readTree(body);
        } catch (IOException e) {
            String kind = kinds.get(version).getOrDefault(rest.getFirst(), "Status");
            ObjectNode made = object(version, kind);
            made.putObject("metadata").put("name", "made");
            return made;
        }
    }

    private static List<String> inNamespace(List<String> rest) {
        boolean isIn = rest.size() > 2 && rest.getFirst().equals("namespaces");
        return isIn ? rest.subList(2, rest.size()) : rest;
    }

    private Optional<JsonNode> resource(String version, List<String> rest) {
        String plural = rest.getFirst();
        if (rest.size() == 1) {
            return Optional.ofNullable(kinds.get(version).get(plural))
                    .map(kind -> list(version, plural, kind));
        }
        Optional<JsonNode> one =
                Optional.ofNullable(objects.get(key(version, plural, rest.get(1))));
        return rest.getLast().equals("scale") ? one.map(FakeCluster::scale) : one;
    }

    private JsonNode list(String version, String plural, String kind) {
        ObjectNode list = object(version, kind + "List");
        list.putObject("metadata").put("resourceVersion", "1");
        ArrayNode items = list.putArray("items");
        objects.forEach(
                (key, each) -> {
                    if (key.startsWith(version + '/' + plural + '/')) {
                        items.add(each);
                    }
                });
        return list;
    }

    private static JsonNode scale(JsonNode workload) {
        ObjectNode scale = object("autoscaling/v1", "Scale");
        scale.set("metadata", workload.path("metadata"));
        scale.putObject("spec").put("replicas", 1);
        return scale;
    }

    private static JsonNode core() {
        ObjectNode core = object("v1", "APIVersions");
        core.putArray("versions").add("v1");
        return core;
    }

    private JsonNode groups() {
        ObjectNode answer = object("v1", "APIGroupList");
        ArrayNode groups = answer.putArray("groups");
        kinds.keySet().stream()
                .filter(version -> version.contains("/"))
                .forEach(
                        version -> {
                            ObjectNode group = groups.addObject();
                            group.put("name", version.replaceFirst("/.*", ""));
                            version(group.putArray("versions").addObject(), version);
                            version(group.putObject("preferredVersion"), version);
                        });
        return answer;
    }

    private static void version(ObjectNode into, String version) {
        into.put("groupVersion", version).put("version", version.replaceFirst(".*/", ""));
    }

    private JsonNode resources(String version) {
        ObjectNode answer = object("v1", "APIResourceList").put("groupVersion", version);
        ArrayNode resources = answer.putArray("resources");
        kinds.get(version)
                .forEach(
                        (plural, kind) -> {
                            ObjectNode resource = resources.addObject();
                            resource.put("name", plural);
                            resource.put("singularName", kind.toLowerCase(Locale.ROOT));
                            resource.put("namespaced", !kind.equals("Namespace"));
                            resource.put("kind", kind);
                            resource.set("verbs", ContractJson.mapper().valueToTree(VERBS));
                        });
        return answer;
    }

    private static ObjectNode object(String version, String kind) {
        return ContractJson.mapper()
                .createObjectNode()
                .put("apiVersion", version)
                .put("kind", kind);
    }

    private static JsonNode missing(String path) {
        return object("v1", "Status")
                .put("status", "Failure")
                .put("code", 404)
                .put("reason", "NotFound")
                .put(
                        "message",
                        path.matches(".*/(exec|portforward)") ? NOTHING_RUNS : path + " not found");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

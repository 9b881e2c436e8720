package dev.pressline.ingest.backfill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pressline.contract.identifier.Did;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PLC directory and a PDS with one repository, on loopback, that can be told to misbehave. It
 * lists records and gives no CAR.
 */
final class FakeNetwork implements AutoCloseable {

    static final Did DID = Did.parse("did:plc:ewvi7nxzyoun6zhxrhs64oiz");
    static final String REV = "3n2vryszon22b";
    private static final int PAGE = 3;

    /** Answers a request instead of the PDS. */
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Deque<String>> collections = new TreeMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile String faultyMethod = "";
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FakeNetwork() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Adds a record, listed before the earlier ones. */
    void add(String collection, String rkey, String record) {
        collections
                .computeIfAbsent(collection, key -> new ArrayDeque<>())
                .addFirst(listed("at://" + DID + '/' + collection + '/' + rkey, record));
    }

    /** Adds what need not be a record. */
    void addListed(String collection, String listed) {
        collections.computeIfAbsent(collection, key -> new ArrayDeque<>()).addFirst(listed);
    }

    static String listed(String uri, String record) {
        return "{\"uri\":\"" + uri + "\",\"cid\":\"bafy\",\"value\":" + record + "}";
    }

    /** Answers the next requests to the PDS so, one each. */
    void misbehave(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Answers the next requests of a method so, one each. */
    void misbehaveAt(String method, Fault... next) {
        faultyMethod = method;
        misbehave(next);
    }

    static Fault status(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, body);
        };
    }

    List<String> requests() {
        return requests;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/did:plc:")) {
            send(exchange, path.equals('/' + DID.value()) ? 200 : 404, document());
            return;
        }
        requests.add(exchange.getRequestURI().toString());
        boolean isFaulty = path.endsWith(faultyMethod) && !path.endsWith("getRepo");
        Fault fault = isFaulty ? faults.poll() : null;
        if (fault == null) {
            answerProperly(exchange);
        } else {
            fault.answer(exchange);
        }
    }

    /** Answers as a PDS should. */
    void answerProperly(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("getRepo")) {
            send(exchange, 501, "{\"error\":\"MethodNotImplemented\"}");
        } else {
            send(exchange, 200, answer(path, parameters(exchange)));
        }
    }

    private String document() {
        return """
        {"id":"%s","service":[{"id":"#atproto_pds","type":"AtprotoPersonalDataServer",
         "serviceEndpoint":"%s"}]}
        """
                .formatted(DID, url());
    }

    private String answer(String path, Map<String, String> parameters) {
        return switch (path.substring("/xrpc/com.atproto.".length())) {
            case "sync.getLatestCommit" -> "{\"cid\":\"bafy\",\"rev\":\"" + REV + "\"}";
            case "sync.getRepoStatus" -> "{\"did\":\"" + DID + "\",\"active\":true}";
            case "repo.describeRepo" ->
                    collections.keySet().stream()
                            .collect(Collectors.joining("\",\"", "{\"collections\":[\"", "\"]}"));
            case "repo.listRecords" -> page(parameters);
            default -> "{}";
        };
    }

    private String page(Map<String, String> parameters) {
        List<String> all = List.copyOf(collections.get(parameters.get("collection")));
        int from = Integer.parseInt(parameters.getOrDefault("cursor", "0"));
        int to = Math.min(all.size(), from + PAGE);
        String cursor = from == to ? "" : ",\"cursor\":\"" + to + '"';
        return "{\"records\":[" + String.join(",", all.subList(from, to)) + "]" + cursor + "}";
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

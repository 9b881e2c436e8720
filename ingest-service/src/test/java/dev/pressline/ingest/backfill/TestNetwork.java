package dev.pressline.ingest.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A PLC directory and any number of hosts on loopback that give what they are told to. */
final class TestNetwork implements AutoCloseable {

    private final List<Host> hosts = new ArrayList<>();
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final Host plc = host();

    TestNetwork() {
        plc.everything =
                exchange -> {
                    String did = exchange.getRequestURI().getPath().substring(1);
                    String document = documents.get(did);
                    send(exchange, document == null ? 404 : 200, bytes(String.valueOf(document)));
                };
    }

    /** Answers a request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** A host of its own. */
    Host host() {
        try {
            Host host = new Host();
            hosts.add(host);
            return host;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String plcUrl() {
        return plc.url();
    }

    /** The PLC directory, to be told to misbehave. */
    Host plc() {
        return plc;
    }

    /** Gives an account a document: its key, and where it is. */
    void account(Did did, String multikey, Host pds) {
        documents.put(
                did.value(),
                """
                {"id":"%1$s",
                 "verificationMethod":[{"id":"%1$s#atproto","type":"Multikey","controller":"%1$s",
                  "publicKeyMultibase":"%2$s"}],
                 "service":[{"id":"#atproto_pds","type":"AtprotoPersonalDataServer",
                  "serviceEndpoint":"%3$s"}]}
                """
                        .formatted(did, multikey, pds.url()));
    }

    /** The accounts of the recorded PDS, with their keys. */
    static Map<Did, String> recordedKeys() throws IOException {
        JsonNode all = ContractJson.mapper().readTree(recorded("did_docs.json"));
        return all.propertyStream()
                .collect(
                        Collectors.toMap(
                                e -> Did.parse(e.getKey()),
                                e ->
                                        e.getValue()
                                                .at("/verificationMethod/0/publicKeyMultibase")
                                                .asText()));
    }

    /** A file of the recorded PDS. */
    static byte[] recorded(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        TestNetwork.class.getResourceAsStream("/tape/" + name), name)) {
            return in.readAllBytes();
        }
    }

    /** A repository of the recorded PDS, as {@code getRepo} gave it. */
    static byte[] recordedCar(Did did) throws IOException {
        return recorded(did.value().replace(':', '_') + ".car");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    static Behaviour status(int status, String error) {
        return exchange -> send(exchange, status, bytes("{\"error\":\"" + error + "\"}"));
    }

    static Map<String, String> parameters(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return Stream.of(query == null ? new String[0] : query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** One host. Methods that nobody gave it are not implemented. */
    static final class Host {

        private final HttpServer server;
        private final Map<String, byte[]> cars = new ConcurrentHashMap<>();
        private final Map<String, Behaviour> methods = new ConcurrentHashMap<>();
        private final Map<String, Queue<Behaviour>> faults = new ConcurrentHashMap<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private volatile Behaviour everything = status(501, "MethodNotImplemented");

        private Host() throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::serve);
            server.start();
            methods.put("com.atproto.sync.getRepo", this::car);
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        /** Gives this when asked for the repository. */
        void car(Did did, byte[] car) {
            cars.put(did.value(), car);
        }

        /** Answers a method so. */
        void answer(String method, Behaviour behaviour) {
            methods.put(method, behaviour);
        }

        /** Answers the next requests of a method so, one each; of the PLC directory without one. */
        void misbehave(String method, Behaviour... next) {
            faults.computeIfAbsent(method, key -> new ConcurrentLinkedQueue<>())
                    .addAll(List.of(next));
        }

        List<String> requests() {
            return requests;
        }

        long requests(String method) {
            return requests.stream().filter(each -> each.contains(method)).count();
        }

        /** Gives what {@link #car(Did, byte[])} says. */
        void car(HttpExchange exchange) throws IOException {
            byte[] car = cars.get(parameters(exchange).get("did"));
            if (car == null) {
                status(400, "RepoNotFound").answer(exchange);
            } else {
                send(exchange, 200, car);
            }
        }

        private void serve(HttpExchange exchange) throws IOException {
            requests.add(exchange.getRequestURI().toString());
            String method = exchange.getRequestURI().getPath().replaceFirst("^/xrpc/", "");
            Queue<Behaviour> waiting = faults.get(method.startsWith("/") ? "" : method);
            Behaviour fault = waiting == null ? null : waiting.poll();
            Behaviour proper = methods.getOrDefault(method, everything);
            (fault == null ? proper : fault).answer(exchange);
        }
    }

    @Override
    public void close() {
        hosts.forEach(host -> host.server.stop(0));
    }
}

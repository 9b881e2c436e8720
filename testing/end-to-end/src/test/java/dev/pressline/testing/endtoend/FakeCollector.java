package dev.pressline.testing.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A collector of traces on loopback that takes OTLP and keeps what it was sent, as it came. */
final class FakeCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private FakeCollector(HttpServer server) {
        this.server = server;
    }

    static FakeCollector start() throws IOException {
        FakeCollector collector =
                new FakeCollector(
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
        collector.server.createContext("/v1/traces", collector::take);
        collector.server.start();
        return collector;
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.add(HexFormat.of().formatHex(exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** What services need to send everything here. */
    Map<String, String> settings() {
        return Map.of(
                "PRESSLINE_TRACES_ENDPOINT",
                "http://localhost:" + server.getAddress().getPort() + "/v1/traces",
                "PRESSLINE_TRACES_RATIO",
                "1");
    }

    /** Whether a service has told of a step, both ids in hex. */
    boolean has(String service, String trace, String span) {
        String name = HexFormat.of().formatHex(service.getBytes(StandardCharsets.UTF_8));
        return requests.stream()
                .anyMatch(
                        request ->
                                request.contains(name)
                                        && request.contains(trace)
                                        && request.contains(span));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

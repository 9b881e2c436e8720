package dev.pressline.testing.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A real Prometheus on loopback that reads targets every second. */
final class PrometheusServer implements AutoCloseable {

    private static final Patience START =
            new Patience(Duration.ofSeconds(60), Duration.ofMillis(200));

    private final Process process;
    private final URI url;
    private final HttpClient http = HttpClient.newHttpClient();

    private PrometheusServer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** The program of this machine, or empty where none is installed. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder).resolve("prometheus"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one with these rules that reads the management ports of services. */
    static PrometheusServer start(Path folder, String rules, List<URI> targets) throws IOException {
        Path rulesFile = Files.writeString(folder.resolve("rules.yaml"), rules);
        String hosts =
                targets.stream()
                        .map(each -> "'localhost:" + each.getPort() + "'")
                        .collect(Collectors.joining(", "));
        Path config =
                Files.writeString(
                        folder.resolve("prometheus.yaml"),
                        """
                        global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
                        rule_files: ['%s']
                        scrape_configs:
                          - job_name: pressline
                            metrics_path: /q/metrics
                            static_configs: [{targets: [%s]}]
                        """
                                .formatted(rulesFile, hosts));
        int port = Ports.FREE.choose(0);
        Process process =
                new ProcessBuilder(
                                installed().orElseThrow().toString(),
                                "--config.file=" + config,
                                "--storage.tsdb.path=" + folder.resolve("tsdb"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("prometheus.log").toFile())
                        .start();
        PrometheusServer server =
                new PrometheusServer(process, URI.create("http://127.0.0.1:" + port));
        START.await("a Prometheus", () -> server.get("/-/ready").map(answer -> true));
        return server;
    }

    private Optional<String> get(String path) {
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(url.resolve(path)).build(),
                            BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The largest value that a query gives now; zero when it gives none. */
    double largest(String query) {
        String answer =
                get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                        .orElseThrow();
        double largest = 0;
        for (JsonNode sample : json(answer).at("/data/result")) {
            largest = Math.max(largest, sample.at("/value/1").asDouble());
        }
        return largest;
    }

    private static JsonNode json(String answer) {
        try {
            return ContractJson.mapper().readTree(answer);
        } catch (IOException e) {
            throw new IllegalStateException(answer, e);
        }
    }

    /** The names of the alerts that are firing now. */
    Set<String> firing() {
        Set<String> firing = new HashSet<>();
        for (JsonNode alert : json(get("/api/v1/alerts").orElseThrow()).at("/data/alerts")) {
            if (alert.path("state").asText().equals("firing")) {
                firing.add(alert.at("/labels/alertname").asText());
            }
        }
        return firing;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

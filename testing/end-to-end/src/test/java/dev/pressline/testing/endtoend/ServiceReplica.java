package dev.pressline.testing.endtoend;

import dev.pressline.local.embedded.KeyPair;
import dev.pressline.local.pipeline.Addresses;
import dev.pressline.local.pipeline.Foundation;
import dev.pressline.local.pipeline.HealthCheck;
import dev.pressline.local.pipeline.Service;
import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.pipeline.ServiceCommand;
import dev.pressline.local.process.ChildProcess;
import dev.pressline.local.process.ChildSpec;
import dev.pressline.local.process.Patience;
import dev.pressline.local.process.Ports;
import dev.pressline.local.watch.Metrics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A packaged service on a foundation, one of several or alone. */
final class ServiceReplica implements AutoCloseable {

    private final ChildProcess process;
    private final ServiceAddress address;

    private ServiceReplica(ChildProcess process, ServiceAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Starts one with these settings and waits until it is ready. */
    static ServiceReplica start(
            Service service,
            String name,
            Foundation foundation,
            Map<String, String> settings,
            Path files) {
        ServiceReplica replica = launch(service, name, foundation, settings, files);
        replica.awaitReady();
        return replica;
    }

    /** Starts one beside a pipeline and waits until it is ready. */
    static ServiceReplica start(
            Service service,
            String name,
            Addresses pipeline,
            Map<String, String> settings,
            Path files) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", pipeline.bootstrapServers());
        environment.put("PRESSLINE_STORE_ENDPOINT", pipeline.storeEndpoint());
        ServiceReplica replica = launch(service, name, pipeline.storeKeys(), environment, files);
        replica.awaitReady();
        return replica;
    }

    /** Starts one with these settings and waits for nothing. */
    static ServiceReplica launch(
            Service service,
            String name,
            Foundation foundation,
            Map<String, String> settings,
            Path files) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", foundation.bootstrapServers());
        environment.put("PRESSLINE_STORE_ENDPOINT", foundation.storeEndpoint());
        return launch(service, name, foundation.storeKeys(), environment, files);
    }

    private static ServiceReplica launch(
            Service service, String name, KeyPair keys, Map<String, String> settings, Path files) {
        int http = Ports.FREE.choose(0);
        int management = Ports.FREE.choose(0);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(http));
        environment.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        environment.putIfAbsent("PRESSLINE_STORE_ACCESS_KEY", keys.accessKey());
        environment.putIfAbsent("PRESSLINE_STORE_SECRET_KEY", keys.secretKey());
        environment.put("PRESSLINE_STORE_SITE_BUCKET", Addresses.SITE_BUCKET);
        environment.put("PRESSLINE_STORE_VALUES_BUCKET", Addresses.VALUES_BUCKET);
        environment.put("PRESSLINE_JSON_LOGS", "false");
        return new ServiceReplica(
                ChildProcess.start(
                        new ChildSpec(name, ServiceCommand.of(service), environment, files)),
                new ServiceAddress(
                        URI.create("http://localhost:" + http),
                        URI.create("http://localhost:" + management)));
    }

    private void awaitReady() {
        try (HealthCheck health = new HealthCheck()) {
            Patience.FOR_A_START.await(
                    process.name(),
                    () -> {
                        process.requireAlive();
                        return health.up(address) ? Optional.of(true) : Optional.empty();
                    });
        }
    }

    /** Where it listens. */
    ServiceAddress address() {
        return address;
    }

    /** Whether its process is gone. */
    boolean ended() {
        return !process.alive();
    }

    /** What it says it has not found yet; empty while it does not listen, and once it has all. */
    Optional<String> missing() {
        process.requireAlive();
        try (HttpClient http = http()) {
            HttpRequest request = HttpRequest.newBuilder(address.started()).build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 503 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A metric of this replica, summed over its labels. */
    long metric(String name) {
        return Metrics.parse(metrics()).count(name);
    }

    /** All metrics of this replica, as Prometheus reads them. */
    String metrics() {
        HttpRequest request =
                HttpRequest.newBuilder(address.metrics())
                        .header("Accept", "text/plain;version=0.0.4")
                        .build();
        try (HttpClient http = http()) {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(address.metrics() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Without the offer of HTTP/2, to which the answer may begin before the upgrade has ended. */
    private static HttpClient http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Ends it as a crash would. */
    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(30));
    }
}

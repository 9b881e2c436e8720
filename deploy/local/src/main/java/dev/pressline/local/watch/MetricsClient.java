package dev.pressline.local.watch;

import dev.pressline.local.pipeline.ServiceAddress;
import dev.pressline.local.process.ServiceHttp;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Reads the metrics of services. Thread-safe. */
final class MetricsClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http = ServiceHttp.client(TIMEOUT);

    /** The metrics of a service, or empty when it does not answer. */
    Optional<Metrics> read(ServiceAddress service) {
        HttpRequest request =
                HttpRequest.newBuilder(service.metrics())
                        .timeout(TIMEOUT)
                        .header("Accept", "text/plain;version=0.0.4")
                        .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == OK
                    ? Optional.of(Metrics.parse(response.body()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

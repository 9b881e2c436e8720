package dev.pressline.local.pipeline;

import dev.pressline.local.process.ServiceHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks services for their health. Thread-safe. */
public final class HealthCheck implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final HttpClient http = ServiceHttp.client(TIMEOUT);

    /** Whether a service has started and is ready. */
    public boolean up(ServiceAddress address) {
        return answersOk(address.started()) && answersOk(address.ready());
    }

    /** Whether a service should be left running: it says so itself. */
    public boolean live(ServiceAddress address) {
        return answersOk(address.live());
    }

    private boolean answersOk(URI url) {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

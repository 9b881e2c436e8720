package dev.pressline.local.process;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Clients for services on plain HTTP, by HTTP/1.1: the change to HTTP/2 that a client of Java
 * offers with its first request of itself fails once in a while, and the answer is taken for
 * frames.
 */
public final class ServiceHttp {

    private ServiceHttp() {}

    /** A client that gives up connecting after so long. */
    public static HttpClient client(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }
}

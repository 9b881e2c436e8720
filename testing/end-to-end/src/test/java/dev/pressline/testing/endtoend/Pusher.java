package dev.pressline.testing.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A client that pushes documents one after the other, each until it is accepted, as clients are
 * told to. Thread-safe.
 */
final class Pusher implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Supplier<URI> ingest;
    private final Supplier<String> token;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Thread thread = new Thread(this::work, "pusher");
    private volatile boolean closing;

    private Pusher(Supplier<URI> ingest, Supplier<String> token) {
        this.ingest = ingest;
        this.token = token;
    }

    /** Begins to push there, with that token, as they are each time. */
    static Pusher begin(Supplier<URI> ingest, Supplier<String> token) {
        Pusher pusher = new Pusher(ingest, token);
        pusher.thread.start();
        return pusher;
    }

    private void work() {
        while (!closing) {
            int number = accepted.get();
            String row = Rows.document(rkey(number), 2 + number, "Number " + number);
            if (push(row, token.get()) == 202) {
                accepted.incrementAndGet();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status of one try to push a row; 0 where nobody answers. */
    int push(String row, String bearer) {
        HttpRequest request =
                HttpRequest.newBuilder(ingest.get().resolve("/records?origin=push"))
                        .header("Content-Type", "application/x-ndjson")
                        .header("Authorization", "Bearer " + bearer)
                        .timeout(Duration.ofSeconds(20))
                        .POST(BodyPublishers.ofString(row))
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The record key of the document of this number. */
    static String rkey(int number) {
        return "d" + number;
    }

    /** How many were accepted so far: those with the numbers below. */
    int accepted() {
        return accepted.get();
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
        http.close();
    }
}

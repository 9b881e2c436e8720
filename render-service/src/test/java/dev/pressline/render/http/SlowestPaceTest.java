package dev.pressline.render.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies sent over a real connection. */
class SlowestPaceTest {

    private static final long LARGE = 256L * 1024 * 1024;
    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void send_toAClientThatReads_sendsEveryByte() throws Exception {
        // Given
        CompletableFuture<Long> sent = new CompletableFuture<>();
        HttpServer server = server(Duration.ofSeconds(60), 1_000_003, sent);

        // When
        byte[] body =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:" + server.actualPort()))
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .body();

        // Then
        assertThat(body).hasSize(1_000_003).containsOnly(7);
        assertThat(sent.get()).isEqualTo(1_000_003);
    }

    @Test
    void send_toAClientThatReadsNothing_letsItGoHavingReadLittle() throws Exception {
        // Given
        CompletableFuture<Long> sent = new CompletableFuture<>();
        Numbers body = new Numbers(LARGE);
        HttpServer server = server(Duration.ofMillis(300), body, sent);

        // When
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            // Then
            assertThatThrownBy(sent::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SlowestPace.ClientLostException.class);
            assertThat(body.read).isLessThan(LARGE / 4);
        }
    }

    private static HttpServer server(Duration patience, long size, CompletableFuture<Long> sent) {
        return server(patience, new Numbers(size), sent);
    }

    private static HttpServer server(
            Duration patience, Numbers body, CompletableFuture<Long> sent) {
        return vertx.createHttpServer()
                .requestHandler(
                        request ->
                                Thread.ofVirtual()
                                        .start(() -> serve(request, patience, body, sent)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void serve(
            HttpServerRequest request,
            Duration patience,
            Numbers body,
            CompletableFuture<Long> sent) {
        request.response().putHeader("Content-Length", Long.toString(body.size));
        try {
            new SlowestPace(patience).send(request.response(), body);
            sent.complete(body.read);
        } catch (SlowestPace.ClientLostException | IOException e) {
            sent.completeExceptionally(e);
            request.connection().close();
        }
    }

    /** So many bytes, each a seven, counted when they are read. */
    private static final class Numbers extends InputStream {

        private final long size;
        private volatile long read;

        private Numbers(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            if (read == size) {
                return -1;
            }
            read = read + 1;
            return 7;
        }
    }
}

package dev.pressline.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestClientTest {

    private static final String ACCEPTED =
            "{\"accepted\":2,\"skipped\":0,\"deadLettered\":1,\"rejected\":"
                    + "[{\"line\":2,\"reason\":\"not-json\",\"field\":\"/\",\"message\":\"no\"}]}";

    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private IngestClient client;

    private record Reply(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        client =
                new IngestClient(
                        URI.create("http://localhost:" + server.getAddress().getPort()), "token");
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(
                exchange.getRequestURI()
                        + " "
                        + exchange.getRequestHeaders().getFirst("Authorization")
                        + " "
                        + body);
        Reply reply = replies.remove();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void records_whileIngestIsBusy_areHandedInAgain() {
        // Given
        replies.add(new Reply(503, "later"));
        replies.add(new Reply(429, "later"));
        replies.add(new Reply(202, ACCEPTED));

        // When
        Answer answer = client.lines("{}".getBytes(StandardCharsets.UTF_8), "a b.ndjson");

        // Then
        assertThat(answer.accepted()).isEqualTo(2);
        assertThat(requests)
                .hasSize(3)
                .containsOnly("/records?origin=import&source=a+b.ndjson Bearer token {}");
    }

    @Test
    void records_withAForeignToken_failAtOnce() {
        // Given
        replies.add(new Reply(401, ""));

        // When / Then
        assertThatThrownBy(() -> client.record(new byte[0], "x"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("token");
    }

    @Test
    void rejection_inALaterBatch_isReportedByItsLineInTheFile(@TempDir Path directory)
            throws Exception {
        // Given
        Path file =
                Files.writeString(
                        directory.resolve("rows.ndjson"), "{}\n".repeat(LineBatches.LINES + 5));
        replies.add(new Reply(202, "{\"accepted\":500}"));
        replies.add(new Reply(202, ACCEPTED));

        // When
        ImportTally tally = new FileImport(client, bytes -> {}).run(List.of(file));

        // Then
        assertThat(tally.read()).isEqualTo(LineBatches.LINES + 5);
        assertThat(tally.deadLettered()).isEqualTo(1);
        assertThat(tally.rejections())
                .containsExactly(
                        new ImportTally.Rejection(
                                file, LineBatches.LINES + 2, "not-json", "/", "no"));
    }
}

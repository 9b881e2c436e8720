package dev.pressline.ingest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class SocketTest {

    private static final String LARGE = "x".repeat(1_000_000);

    @Test
    void socket_closedWhileFull_keepsNoThreadWaiting() throws Exception {
        OkHttpClient client = new OkHttpClient();
        try (HostileStream host =
                HostileStream.start(
                        (connection, seen) -> {
                            for (int i = 0; i < 40; i++) {
                                connection.send(LARGE);
                            }
                        })) {
            // Given
            Socket socket = Socket.open(client, new Request.Builder().url(host.url()).build());
            assertThat(socket.next(Duration.ofSeconds(30))).isPresent();
            while (waiting() == 0) {
                Thread.onSpinWait();
            }

            // When
            socket.close();

            // Then
            while (waiting() > 0) {
                Thread.onSpinWait();
            }
        }
    }

    private static long waiting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(
                        stack ->
                                java.util.Arrays.stream(stack)
                                        .anyMatch(
                                                frame ->
                                                        frame.getMethodName()
                                                                .equals("untilClosed")))
                .count();
    }
}

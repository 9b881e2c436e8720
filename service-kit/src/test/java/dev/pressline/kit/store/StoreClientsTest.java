package dev.pressline.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.minio.MinioAsyncClient;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreClientsTest {

    private final CountDownLatch missing = new CountDownLatch(StoreClients.REQUESTS);
    private HttpServer slow;

    @BeforeEach
    void start() throws IOException {
        slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        slow.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        slow.createContext("/", this::answerTogether);
        slow.start();
    }

    @AfterEach
    void stop() {
        slow.stop(0);
    }

    /** Answers nobody before all have asked. */
    private void answerTogether(HttpExchange exchange) throws IOException {
        missing.countDown();
        boolean haveAllAsked = await();
        exchange.getResponseHeaders().add("Last-Modified", "Fri, 27 Nov 2026 02:00:00 GMT");
        exchange.sendResponseHeaders(haveAllAsked ? 200 : 503, -1);
        exchange.close();
    }

    private boolean await() {
        try {
            return missing.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void client_writesToSocketsThatSendAtOnce() {
        StoreConfig config = StoreConfigTest.read(Map.of());

        assertThat(StoreClients.http(config).socketFactory()).isInstanceOf(PromptSockets.class);
    }

    @Test
    void client_askedForMuchAtOnce_asksAStoreThatIsSlowForAllOfIt() throws Exception {
        // Given
        String endpoint = "http://127.0.0.1:" + slow.getAddress().getPort();
        StoreConfig config = StoreConfigTest.read(Map.of("pressline.store.endpoint", endpoint));
        List<CompletableFuture<StatObjectResponse>> answers = new ArrayList<>();

        // When
        try (MinioAsyncClient client = new StoreClients().client(config)) {
            for (int i = 0; i < StoreClients.REQUESTS; i++) {
                answers.add(
                        client.statObject(
                                StatObjectArgs.builder().bucket("site").object("o" + i).build()));
            }

            // Then
            for (CompletableFuture<StatObjectResponse> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS).lastModified()).isNotNull();
            }
        }
    }
}

package dev.pressline.testing.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy before a server that says back what it is told. */
class FaultyProxyTest {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final byte[] WORDS = words(100_000);

    private ServerSocket echo;
    private FaultyProxy proxy;

    private static byte[] words(int length) {
        byte[] words = new byte[length];
        new Random(1).nextBytes(words);
        return words;
    }

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy = FaultyProxy.before(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> sayBack(client));
            } catch (IOException e) {
                assertThat(echo.isClosed()).isTrue();
            }
        }
    }

    private static void sayBack(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            assertThat(client.isClosed()).isTrue();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static byte[] ask(Socket socket, byte[] words) throws IOException {
        Thread.ofVirtual().start(() -> say(socket, words));
        return socket.getInputStream().readNBytes(words.length);
    }

    private static void say(Socket socket, byte[] words) {
        try {
            socket.getOutputStream().write(words);
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    @Test
    void pass_anything_arrivesAsItWas() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket, WORDS)).isEqualTo(WORDS);
        }
        assertThat(proxy.struck()).isZero();
    }

    @Test
    void latency_anything_arrivesLaterAndWhole() throws IOException {
        proxy.mood(new Mood.Latency(Duration.ofMillis(200)));
        long begun = System.nanoTime();

        try (Socket socket = connect()) {
            assertThat(ask(socket, new byte[] {1})).containsExactly(1);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(proxy.struck()).isEqualTo(2);
    }

    @Test
    void drip_anything_arrivesSlowlyAndWhole() throws IOException {
        proxy.mood(new Mood.Drip(10, Duration.ofMillis(20)));
        byte[] words = words(100);
        long begun = System.nanoTime();

        try (Socket socket = connect()) {
            assertThat(ask(socket, words)).isEqualTo(words);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofMillis(180));
    }

    @Test
    void cutAfter_manyBytes_endsBehindThem() throws IOException {
        proxy.mood(new Mood.CutAfter(50_001));

        try (Socket socket = connect()) {
            byte[] answer = ask(socket, WORDS);

            assertThat(answer).hasSize(50_001).isEqualTo(java.util.Arrays.copyOf(WORDS, 50_001));
        }
        assertThat(proxy.struck()).isPositive();
    }

    @Test
    void reset_openAndNewConnections_areReset() throws IOException {
        try (Socket open = connect()) {
            assertThat(ask(open, new byte[] {1})).containsExactly(1);

            proxy.mood(new Mood.Reset());

            assertThatThrownBy(() -> open.getInputStream().read()).isInstanceOf(IOException.class);
        }
        try (Socket fresh = connect()) {
            InputStream answer = fresh.getInputStream();
            assertThatThrownBy(answer::read).isInstanceOf(IOException.class);
        }
        assertThat(proxy.struck()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void blackHole_anything_isNeverAnsweredAndResetWhenItEnds() throws IOException {
        try (Socket open = connect();
                Socket idle = connect()) {
            assertThat(ask(open, new byte[] {1})).containsExactly(1);
            assertThat(ask(idle, new byte[] {1})).containsExactly(1);
            proxy.mood(new Mood.BlackHole());
            open.setSoTimeout(300);

            assertThatThrownBy(() -> ask(open, new byte[] {2}))
                    .isInstanceOf(SocketTimeoutException.class);
            try (Socket fresh = connect()) {
                fresh.setSoTimeout(300);
                assertThatThrownBy(() -> ask(fresh, new byte[] {2}))
                        .isInstanceOf(SocketTimeoutException.class);
            }
            assertThat(proxy.struck()).isGreaterThanOrEqualTo(2);
            proxy.mood(new Mood.Pass());

            open.setSoTimeout(PATIENCE_MILLIS);
            assertThatThrownBy(() -> open.getInputStream().read()).isInstanceOf(IOException.class);
            assertThat(ask(idle, new byte[] {3})).containsExactly(3);
        }
    }

    @Test
    void answer_anyRequest_isAnsweredByTheProxyItself() throws Exception {
        proxy.mood(Mood.Answer.http(507, "InsufficientStorage"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + proxy.port() + "/key"))
                        .PUT(BodyPublishers.ofByteArray(WORDS))
                        .build();

        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(507);
            assertThat(answer.body()).contains("<Code>InsufficientStorage</Code>");
        }
    }

    @Test
    void leadTo_anotherPort_isWhereNewConnectionsGo() throws IOException {
        proxy.leadTo(1);
        try (Socket socket = connect()) {
            InputStream answer = socket.getInputStream();
            assertThatThrownBy(answer::read).isInstanceOf(IOException.class);
        }

        proxy.leadTo(echo.getLocalPort());

        try (Socket socket = connect()) {
            assertThat(ask(socket, WORDS)).isEqualTo(WORDS);
        }
    }
}

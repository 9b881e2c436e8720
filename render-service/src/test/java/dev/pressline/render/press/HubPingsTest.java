package dev.pressline.render.press;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pressline.render.page.SiteSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pings to a hub in various moods. */
class HubPingsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final AtomicBoolean isServed = new AtomicBoolean(true);
    private final CountDownLatch asked = new CountDownLatch(1);
    private HttpServer server;
    private HubPings pings;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String hub = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        pings =
                new HubPings(
                        new SiteSettings("https://press.example", "Press", true, Optional.of(hub)),
                        this::isServed,
                        registry);
    }

    @AfterEach
    void stop() {
        pings.stop();
        server.stop(0);
    }

    private boolean isServed() {
        boolean answer = isServed.get();
        asked.countDown();
        return answer;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = answers.isEmpty() ? 204 : answers.pop();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        heard.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
    }

    @Test
    void changed_aChannel_tellsItsFeeds() throws InterruptedException {
        // When
        pings.changed("author/did:web:alice.example/");

        // Then
        assertThat(next())
                .isEqualTo(
                        "hub.mode=publish"
                                + "&hub.url=https://press.example/author/did:web:alice.example/rss.xml"
                                + "&hub.url=https://press.example/author/did:web:alice.example/atom.xml"
                                + "&hub.url=https://press.example/author/did:web:alice.example/feed.json");
    }

    @Test
    void changed_whileTheHubIsDown_tellsItAgain() throws InterruptedException {
        // Given
        answers.addAll(List.of(503, 429));

        // When
        pings.changed("");

        // Then
        String first = next();
        assertThat(next()).isEqualTo(first);
        assertThat(next()).isEqualTo(first);
        assertThat(count("failed")).isEqualTo(6);
    }

    @Test
    void changed_whatTheHubRefuses_isNotToldAgain() throws InterruptedException {
        // Given
        answers.add(400);

        // When
        pings.changed("one/");
        String first = next();
        pings.changed("two/");

        // Then
        assertThat(first).contains("/one/");
        assertThat(next()).contains("/two/").doesNotContain("/one/");
        assertThat(count("refused")).isEqualTo(3);
    }

    @Test
    void changed_whileReadersGetAnotherGeneration_isNotTold() throws InterruptedException {
        // Given
        isServed.set(false);
        pings.changed("unseen/");
        asked.await();

        // When
        isServed.set(true);
        pings.changed("seen/");

        // Then
        assertThat(next()).contains("/seen/").doesNotContain("/unseen/");
    }

    @Test
    void changed_withoutAHub_isNotKept() {
        // Given
        SimpleMeterRegistry other = new SimpleMeterRegistry();
        HubPings none =
                new HubPings(new SiteSettings("https://press.example", "Press"), () -> true, other);

        // When
        none.changed("one/");

        // Then
        assertThat(other.get("pressline.hub.pending").gauge().value()).isZero();
        none.stop();
    }

    private double count(String outcome) {
        return registry.get("pressline.hub.pings").tag("outcome", outcome).counter().count();
    }

    private String next() throws InterruptedException {
        @Nullable String body = heard.poll(60, TimeUnit.SECONDS);
        assertThat(body).isNotNull();
        return String.valueOf(body);
    }
}

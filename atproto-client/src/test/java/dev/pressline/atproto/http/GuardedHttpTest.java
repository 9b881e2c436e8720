package dev.pressline.atproto.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pressline.atproto.LoopbackHost;
import dev.pressline.atproto.MovableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpTest {

    private static final Limits SMALL = new Limits(1_000, Duration.ofSeconds(20));
    private static final Limits HASTY = new Limits(1_000, Duration.ofMillis(300));

    private final MovableClock clock = new MovableClock();
    private final GuardedHttp local = new GuardedHttp(true, clock);
    private final GuardedHttp strict = new GuardedHttp(false, clock);

    @Test
    void host_answering_givesStatusTypeAndBody() throws IOException {
        // Given
        String answer = LoopbackHost.answer("404 Nope", "Content-Type: text/plain\r\n", "no");
        try (LoopbackHost host = LoopbackHost.saying(answer)) {
            // When
            Answer.Answered got = answered(local.get(host.url("/x?a=b"), SMALL));

            // Then
            assertThat(got.status()).isEqualTo(404);
            assertThat(got.contentType()).isEqualTo("text/plain");
            assertThat(got.body()).asString(StandardCharsets.UTF_8).isEqualTo("no");
            assertThat(host.requests()).containsExactly("/x?a=b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[fd00::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://localhost/",
                "https://localhost./",
                "http://example.com/",
                "https://example.com:8443/",
                "https://user@example.com/",
                "https://user:secret@example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "//example.com/",
                "nonsense",
                ""
            })
    void url_notToBeAsked_isRefusedOrFindsNobody(String url) {
        // When
        Answer answer = strict.get(url, HASTY);

        // Then: a name nobody knows is no refusal, but nothing was connected to either
        assertThat(answer).isInstanceOfAny(Answer.Refused.class, Answer.Unavailable.class);
        if (answer instanceof Answer.Unavailable(String why, Optional<Duration> after)) {
            assertThat(why).startsWith("UnknownHostException");
        }
    }

    @Test
    void literalAddress_private_isRefusedBeforeAnyConnection() throws IOException {
        // Given
        try (LoopbackHost host = LoopbackHost.saying(LoopbackHost.ok("secret"))) {
            // When
            Answer answer = strict.get("https://127.0.0.1:" + host.port() + "/", SMALL);

            // Then
            assertThat(answer).isInstanceOf(Answer.Refused.class);
            assertThat(host.requests()).isEmpty();
        }
    }

    @Test
    void literalAddress_privateOnTheRightPort_isRefusedBySockets() {
        assertThat(strict.get("https://192.168.0.1/", SMALL))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why()).contains("not a public address"));
    }

    @Test
    void name_withOnePrivateAddressAmongPublicOnes_isRefused() {
        // Given
        GuardedHttp http =
                new GuardedHttp(
                        false,
                        clock,
                        host ->
                                List.of(
                                        InetAddress.getByName("1.1.1.1"),
                                        InetAddress.getByName("10.0.0.1")));

        // When / Then
        assertThat(http.get("https://rebinder.example/", SMALL)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void name_changingItsAddressBetweenRequests_isCheckedEachTime() {
        // Given
        AtomicInteger lookups = new AtomicInteger();
        GuardedHttp http =
                new GuardedHttp(
                        false,
                        clock,
                        host -> {
                            lookups.incrementAndGet();
                            return List.of(InetAddress.getByName("127.0.0.1"));
                        });

        // When
        Answer first = http.get("https://rebinder.example/", SMALL);
        Answer second = http.get("https://rebinder.example/", SMALL);

        // Then
        assertThat(first).isInstanceOf(Answer.Refused.class);
        assertThat(second).isInstanceOf(Answer.Refused.class);
        assertThat(lookups).hasValue(2);
    }

    @Test
    void loopback_allowedByConfiguration_isNotReachedByAStrangersNameOnAnotherPort()
            throws IOException {
        // Given
        try (LoopbackHost host = LoopbackHost.saying(LoopbackHost.ok("secret"))) {
            GuardedHttp http =
                    new GuardedHttp(true, clock, name -> List.of(InetAddress.getLoopbackAddress()));

            // When
            Answer answer = http.get("http://stranger.example:" + host.port() + "/", SMALL);

            // Then
            assertThat(answer).isInstanceOf(Answer.Refused.class);
            assertThat(host.requests()).isEmpty();
        }
    }

    @Test
    void redirect_toAPrivateAddress_isRefused() throws IOException {
        // Given
        String away =
                LoopbackHost.answer("302 Found", "Location: https://169.254.169.254/\r\n", "");
        try (LoopbackHost host = LoopbackHost.saying(away)) {
            // When / Then
            assertThat(local.get(host.url("/"), SMALL)).isInstanceOf(Answer.Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/", "http://example.com/", "https://a.example:22/"})
    void redirect_toAnotherClassOfAddress_isRefused(String location) throws IOException {
        // Given
        String away = LoopbackHost.answer("301 Moved", "Location: " + location + "\r\n", "");
        try (LoopbackHost host = LoopbackHost.saying(away)) {
            // When / Then
            assertThat(local.get(host.url("/"), SMALL)).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void redirect_threeTimes_isFollowedAndAFourthTimeRefused() throws IOException {
        // Given
        LoopbackHost.Behaviour countdown =
                (path, out) -> {
                    int left = Integer.parseInt(path.substring(1));
                    String location = "Location: /" + (left - 1) + "\r\n";
                    String answer =
                            left == 0
                                    ? LoopbackHost.ok("there")
                                    : LoopbackHost.answer("307 Temporary", location, "");
                    out.write(answer.getBytes(StandardCharsets.UTF_8));
                };
        try (LoopbackHost host = LoopbackHost.start(countdown)) {
            // When / Then
            assertThat(answered(local.get(host.url("/3"), SMALL)).body())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("there");
            assertThat(local.get(host.url("/4"), SMALL)).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void body_endless_isCutAtTheLimit() throws IOException {
        // Given
        LoopbackHost.Behaviour endless =
                (path, out) -> {
                    out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    writeForEver(out);
                };
        try (LoopbackHost host = LoopbackHost.start(endless)) {
            // When / Then
            assertThat(local.get(host.url("/"), SMALL)).isEqualTo(new Answer.TooLarge(1_000));
        }
    }

    @Test
    void body_ofExactlyTheLimit_isTaken() throws IOException {
        // Given
        try (LoopbackHost host = LoopbackHost.saying(LoopbackHost.ok("x".repeat(1_000)))) {
            // When / Then
            assertThat(answered(local.get(host.url("/"), SMALL)).body()).hasSize(1_000);
        }
    }

    @Test
    void body_gzipBomb_isCutByItsDecompressedSize() throws IOException {
        // Given
        byte[] bomb = gzip(new byte[10_000_000]);
        LoopbackHost.Behaviour bombing =
                (path, out) -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
                    out.write(bomb);
                };
        try (LoopbackHost host = LoopbackHost.start(bombing)) {
            // When / Then
            assertThat(local.get(host.url("/"), new Limits(100_000, SMALL.total())))
                    .isEqualTo(new Answer.TooLarge(100_000));
        }
    }

    @Test
    void host_neverAnswering_isGivenUpAndParked() throws IOException {
        // Given
        CountDownLatch end = new CountDownLatch(1);
        try (LoopbackHost host = LoopbackHost.start((path, out) -> end.await())) {
            // When
            Answer first = local.get(host.url("/"), HASTY);
            Answer second = local.get(host.url("/"), HASTY);

            // Then
            assertThat(first).isInstanceOf(Answer.Unavailable.class);
            assertThat(second)
                    .isInstanceOfSatisfying(
                            Answer.Unavailable.class,
                            down -> assertThat(down.why()).isEqualTo("the host is parked"));
            assertThat(host.requests()).hasSize(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void host_stallingInItsBody_isGivenUp() throws IOException {
        // Given
        CountDownLatch end = new CountDownLatch(1);
        LoopbackHost.Behaviour stalling =
                (path, out) -> {
                    out.write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"
                                    .getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    end.await();
                };
        try (LoopbackHost host = LoopbackHost.start(stalling)) {
            // When / Then
            assertThat(local.get(host.url("/"), HASTY)).isInstanceOf(Answer.Unavailable.class);
        } finally {
            end.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\1\2\3 garbage\n\n",
                "HTTP/1.1 999999 What\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\nnot gzip",
                "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 408 Late\r\nContent-Length: 0\r\n\r\n",
                ""
            })
    void host_speakingGarbageOrFailing_isUnavailable(String answer) throws IOException {
        // Given
        try (LoopbackHost host = LoopbackHost.saying(answer)) {
            // When / Then
            assertThat(local.get(host.url("/"), SMALL)).isInstanceOf(Answer.Unavailable.class);
        }
    }

    @Test
    void host_thatHasClosedAnIdleConnection_isAskedOnANewOne() throws IOException {
        // Given
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        try (LoopbackHost host = LoopbackHost.saying(answer)) {
            answered(local.get(host.url("/first"), SMALL));

            // When
            Answer.Answered second = answered(local.get(host.url("/second"), SMALL));

            // Then
            assertThat(second.isOk()).isTrue();
            assertThat(host.requests()).containsExactly("/first", "/second");
        }
    }

    @Test
    void host_thatIsNotThere_isUnavailable() throws IOException {
        // Given
        String url;
        try (LoopbackHost host = LoopbackHost.saying("")) {
            url = host.url("/");
        }

        // When / Then
        assertThat(local.get(url, SMALL)).isInstanceOf(Answer.Unavailable.class);
    }

    @Test
    void host_limiting_isNotAskedAgainUntilItSaid() throws IOException {
        // Given
        AtomicInteger asked = new AtomicInteger();
        LoopbackHost.Behaviour limiting =
                (path, out) -> {
                    String answer =
                            asked.getAndIncrement() == 0
                                    ? LoopbackHost.answer("429 Slow", "Retry-After: 30\r\n", "")
                                    : LoopbackHost.ok("now");
                    out.write(answer.getBytes(StandardCharsets.UTF_8));
                };
        try (LoopbackHost host = LoopbackHost.start(limiting)) {
            // When
            Answer limited = local.get(host.url("/"), SMALL);
            clock.move(Duration.ofSeconds(29));
            Answer early = local.get(host.url("/"), SMALL);
            clock.move(Duration.ofSeconds(1));
            Answer later = local.get(host.url("/"), SMALL);

            // Then
            assertThat(limited)
                    .isEqualTo(
                            new Answer.Unavailable(
                                    "status 429", Optional.of(Duration.ofSeconds(30))));
            assertThat(early).isInstanceOf(Answer.Unavailable.class);
            assertThat(later).isInstanceOf(Answer.Answered.class);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void download_ok_goesToTheSinkAndNotToTheAnswer() throws IOException {
        // Given
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        try (LoopbackHost host = LoopbackHost.saying(LoopbackHost.ok("blob"))) {
            // When
            Answer answer = local.download(HttpUrl.get(host.url("/")), SMALL, sink);

            // Then
            assertThat(answered(answer).body()).isEmpty();
            assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo("blob");
        }
    }

    @Test
    void download_notOk_leavesTheSinkEmpty() throws IOException {
        // Given
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        String refusal = LoopbackHost.answer("400 Bad", "", "{\"error\":\"InvalidRequest\"}");
        try (LoopbackHost host = LoopbackHost.saying(refusal)) {
            // When
            Answer answer = local.download(HttpUrl.get(host.url("/")), SMALL, sink);

            // Then
            assertThat(answered(answer).body()).asString(StandardCharsets.UTF_8).contains("error");
            assertThat(sink.size()).isZero();
        }
    }

    @Test
    void stream_thatItsReaderLeavesOrFindsFaultWith_isTheReadersToJudge() throws IOException {
        try (LoopbackHost host = LoopbackHost.saying(LoopbackHost.ok("x".repeat(2_000)))) {
            HttpUrl url = HttpUrl.get(host.url("/"));

            assertThat(local.stream(url, new Limits(1_000_000, SMALL.total()), body -> body.read()))
                    .isInstanceOf(Answer.Answered.class);
            assertThat(local.stream(url, SMALL, body -> body.skipNBytes(1_001)))
                    .isEqualTo(new Answer.TooLarge(1_000));
            assertThatThrownBy(
                            () ->
                                    local.stream(
                                            url,
                                            SMALL,
                                            body -> {
                                                throw new IllegalArgumentException("no CAR");
                                            }))
                    .hasMessage("no CAR");
        }
    }

    @Test
    void method_notImplemented_isAnAnswerAndParksNobody() throws IOException {
        String refusal = LoopbackHost.answer("501 Not Implemented", "", "");
        try (LoopbackHost host = LoopbackHost.saying(refusal)) {
            assertThat(answered(local.get(host.url("/"), SMALL)).status()).isEqualTo(501);
            assertThat(answered(local.get(host.url("/"), SMALL)).status()).isEqualTo(501);
        }
    }

    private static Answer.Answered answered(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Answered.class);
        return (Answer.Answered) answer;
    }

    private static void writeForEver(OutputStream out) throws IOException {
        byte[] chunk = new byte[8_192];
        while (true) {
            out.write(chunk);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}

package dev.pressline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits by a clock that stands still until it is moved. */
class PushClientTest {

    private static final int REQUESTS = 60;
    private static final int BYTES = 6_000;

    private final ManualTime time = new ManualTime();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PushClient client = client("one");

    private static final class ManualTime implements TimeMeter {
        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private PushClient client(String name) {
        return new PushClient(name, REQUESTS, BYTES, time, registry);
    }

    private double requests(String name, String outcome) {
        return registry.get("pressline.push.requests")
                .tag("client", name)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private void spendAllRequests() {
        IntStream.range(0, REQUESTS).forEach(each -> assertThat(client.limit()).isEmpty());
    }

    @Test
    void limit_afterAMinutesRequests_saysWhenTheNextMayCome() {
        // Given
        spendAllRequests();

        // When, Then
        assertThat(client.limit()).contains(Duration.ofSeconds(1));
        time.pass(Duration.ofSeconds(1));
        assertThat(client.limit()).isEmpty();
        assertThat(client.limit()).contains(Duration.ofSeconds(1));
        assertThat(requests("one", "admitted")).isEqualTo(REQUESTS + 1);
        assertThat(requests("one", "limited")).isEqualTo(2);
    }

    @Test
    void limit_ofAnotherClient_isItsOwn() {
        // Given
        spendAllRequests();

        // When, Then
        assertThat(client("two").limit()).isEmpty();
    }

    @Test
    void limit_afterMoreBytesThanAMinutes_isKeptUntilTheyAreMadeGood() throws IOException {
        // Given
        assertThat(client.limit()).isEmpty();

        // When
        int read =
                client.counted(new ByteArrayInputStream(new byte[2 * BYTES])).readAllBytes().length;

        // Then
        assertThat(read).isEqualTo(2 * BYTES);
        assertThat(client.limit()).isPresent();
        time.pass(Duration.ofMinutes(1));
        assertThat(client.limit()).isPresent();
        time.pass(Duration.ofSeconds(1));
        assertThat(client.limit()).isEmpty();
    }

    @Test
    void counted_readByteByByte_countsEachOnceAndTheEndNever() throws IOException {
        // Given
        InputStream body = client.counted(new ByteArrayInputStream(new byte[BYTES]));

        // When
        int end = 0;
        while (end >= 0) {
            end = body.read();
        }

        // Then
        assertThat(client.limit()).isPresent();
        time.pass(Duration.ofMillis(10));
        assertThat(client.limit()).isEmpty();
    }
}

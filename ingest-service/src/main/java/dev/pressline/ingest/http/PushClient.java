package dev.pressline.ingest.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody with a token, and what it may still send. Each minute gives it so many requests and
 * bytes; what it does not use is kept up to a minute's worth. Bytes are counted while they are
 * read: no body is cut off, and who has sent more than its share waits until that is made good.
 * Thread-safe.
 */
final class PushClient {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String name;
    private final Bucket requests;
    private final Bucket bytes;
    private final Counter admitted;
    private final Counter limited;

    PushClient(
            String name,
            long requestsPerMinute,
            long bytesPerMinute,
            TimeMeter time,
            MeterRegistry registry) {
        this.name = name;
        this.requests = bucket(requestsPerMinute, time);
        this.bytes = bucket(bytesPerMinute, time);
        this.admitted = counter(registry, "admitted");
        this.limited = counter(registry, "limited");
    }

    private static Bucket bucket(long perMinute, TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }

    private Counter counter(MeterRegistry registry, String outcome) {
        return PushClients.requests(registry, name, outcome);
    }

    /** Takes one request in; how long the client has to wait instead where it may not come. */
    Optional<Duration> limit() {
        Optional<Duration> wait =
                Stream.of(bytes.estimateAbilityToConsume(1), requests.estimateAbilityToConsume(1))
                        .filter(estimate -> !estimate.canBeConsumed())
                        .map(EstimationProbe::getNanosToWaitForRefill)
                        .map(Duration::ofNanos)
                        .max(Duration::compareTo);
        if (wait.isEmpty()) {
            requests.consumeIgnoringRateLimits(1);
        }
        (wait.isEmpty() ? admitted : limited).increment();
        return wait;
    }

    /** A body that counts as this client's while it is read. */
    InputStream counted(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                int read = in.read();
                count(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = in.read(into, offset, length);
                count(read);
                return read;
            }
        };
    }

    private void count(int read) {
        if (read > 0) {
            bytes.consumeIgnoringRateLimits(read);
        }
    }
}

package dev.pressline.atproto.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What each host may be asked: a few requests at once, none while it is parked. A host is parked by
 * a 429, a used-up limit or a failure, for as long as it says, within bounds. Thread-safe; forgets
 * the hosts asked longest ago beyond {@value #MAX_HOSTS}.
 */
final class HostBudget {

    /** When to come back to a host that is busy with our own requests. */
    static final Duration BUSY = Duration.ofSeconds(2);

    static final int CONCURRENT = 4;
    private static final int MAX_HOSTS = 10_000;
    private static final int MAX_DOUBLINGS = 6;
    private static final int MAX_DIGITS = 12;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration BARE_429 = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** A {@code RateLimit-Reset} beyond this is a date in unix seconds, else a delta. */
    private static final long LONGEST_DELTA_SECONDS = Duration.ofDays(365).toSeconds();

    private final Clock clock;
    private final Map<String, Host> hosts =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
                    return size() > MAX_HOSTS;
                }
            };

    HostBudget(Clock clock) {
        this.clock = clock;
    }

    private static final class Host {
        private final Semaphore permits = new Semaphore(CONCURRENT);
        private Instant parkedUntil = Instant.EPOCH;
        private int failures;
    }

    /** How long a host is still parked, or empty when it may be asked. */
    synchronized Optional<Duration> parkedFor(String host) {
        Duration left = Duration.between(clock.instant(), host(host).parkedUntil);
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    /** What a request must hold while it runs. */
    synchronized Semaphore permits(String host) {
        return host(host).permits;
    }

    /** The host answered; it is parked when its limit is used up. */
    synchronized void answered(String host, Headers headers) {
        Host known = host(host);
        known.failures = 0;
        if ("0".equals(headers.get("RateLimit-Remaining"))) {
            park(known, reset(headers).orElse(FIRST_PAUSE));
        }
    }

    /** The host asked for a pause; returns its length. */
    synchronized Duration limited(String host, Headers headers) {
        Optional<Duration> asked =
                seconds(headers.get("Retry-After"))
                        .map(Duration::ofSeconds)
                        .or(() -> reset(headers));
        return park(host(host), asked.orElse(BARE_429));
    }

    /**
     * The host failed; returns the length of its pause, which doubles with each failure in a row.
     */
    synchronized Duration failed(String host) {
        Host known = host(host);
        known.failures++;
        int doublings = Math.min(known.failures - 1, MAX_DOUBLINGS);
        return park(known, FIRST_PAUSE.multipliedBy(1L << doublings));
    }

    private Duration park(Host host, Duration asked) {
        Duration atLeast = asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
        Duration pause = atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
        host.parkedUntil = clock.instant().plus(pause);
        return pause;
    }

    /** {@code RateLimit-Reset} holds absolute unix seconds on a PDS, a delta elsewhere. */
    private Optional<Duration> reset(Headers headers) {
        long now = clock.instant().getEpochSecond();
        return seconds(headers.get("RateLimit-Reset"))
                .map(value -> value > LONGEST_DELTA_SECONDS ? value - now : value)
                .map(Duration::ofSeconds);
    }

    private static Optional<Long> seconds(@Nullable String text) {
        boolean digits =
                text != null
                        && !text.isEmpty()
                        && text.length() <= MAX_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, key -> new Host());
    }
}

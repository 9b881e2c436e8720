package dev.pressline.atproto.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import okhttp3.Headers;

/**
 * What each host may be asked: a few requests at once, none while it is parked. A host is parked by
 * a 429 or a failure, for as long as it says, within bounds. Thread-safe; forgets hosts beyond
 * {@value #MAX_HOSTS}.
 */
final class HostBudget {

    static final int CONCURRENT = 4;
    private static final int MAX_HOSTS = 10_000;
    private static final int MAX_DOUBLINGS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration BARE_429 = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    HostBudget(Clock clock) {
        this.clock = clock;
    }

    private static final class Host {
        private final Semaphore permits = new Semaphore(CONCURRENT);
        private Instant parkedUntil = Instant.MIN;
        private int failures;
    }

    /** How long a host is still parked, or empty when it may be asked. */
    Optional<Duration> parkedFor(String host) {
        Host known = host(host);
        synchronized (known) {
            Duration left = Duration.between(clock.instant(), maxOf(known.parkedUntil));
            return left.isPositive() ? Optional.of(left) : Optional.empty();
        }
    }

    private Instant maxOf(Instant until) {
        return until.equals(Instant.MIN) ? clock.instant() : until;
    }

    Semaphore permits(String host) {
        return host(host).permits;
    }

    /** The host answered. */
    void answered(String host, Headers headers) {
        Host known = host(host);
        synchronized (known) {
            known.failures = 0;
            if ("0".equals(headers.get("RateLimit-Remaining"))) {
                park(known, reset(headers).orElse(FIRST_PAUSE));
            }
        }
    }

    /** The host asked for a pause; returns its length. */
    Duration limited(String host, Headers headers) {
        Host known = host(host);
        synchronized (known) {
            return park(known, retryAfter(headers).or(() -> reset(headers)).orElse(BARE_429));
        }
    }

    /**
     * The host failed; returns the length of its pause, which doubles with each failure in a row.
     */
    Duration failed(String host) {
        Host known = host(host);
        synchronized (known) {
            known.failures++;
            return park(
                    known,
                    FIRST_PAUSE.multipliedBy(1L << Math.min(known.failures - 1, MAX_DOUBLINGS)));
        }
    }

    private Duration park(Host host, Duration asked) {
        Duration pause = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        host.parkedUntil = clock.instant().plus(pause);
        return pause;
    }

    private static Optional<Duration> retryAfter(Headers headers) {
        return seconds(headers.get("Retry-After")).map(Duration::ofSeconds);
    }

    /** {@code RateLimit-Reset} holds absolute unix seconds on a PDS, a delta elsewhere. */
    private Optional<Duration> reset(Headers headers) {
        long now = clock.instant().getEpochSecond();
        return seconds(headers.get("RateLimit-Reset"))
                .map(
                        value ->
                                Duration.ofSeconds(
                                        Math.max(1, value > now / 2 ? value - now : value)));
    }

    private static Optional<Long> seconds(@org.jspecify.annotations.Nullable String text) {
        boolean digits =
                text != null
                        && !text.isEmpty()
                        && text.length() <= 12
                        && text.chars().allMatch(Character::isDigit);
        return digits ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private Host host(String name) {
        if (hosts.size() > MAX_HOSTS) {
            hosts.clear();
        }
        return hosts.computeIfAbsent(name, key -> new Host());
    }
}

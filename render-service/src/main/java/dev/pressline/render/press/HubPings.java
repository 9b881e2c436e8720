package dev.pressline.render.press;

import dev.pressline.contract.event.Generation;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.loop.EndlessLoop;
import dev.pressline.render.page.Feed;
import dev.pressline.render.page.SiteSettings;
import dev.pressline.render.served.ServedGeneration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells the WebSub hub which feeds have changed, some at a time, when they can be read. A hub that
 * does not answer is asked again, with growing pauses; meanwhile the feeds that changed are kept in
 * memory, each once. What a crash or more than {@link #MOST} loses, subscribers see when they ask.
 * Of a generation that readers do not get the hub is not told. Does nothing without a hub.
 * Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/websub/#publishing">WebSub, 6: publishing</a>
 */
@Startup
@ApplicationScoped
class HubPings {

    /** The feeds that are remembered at most. */
    static final int MOST = 10_000;

    private static final Logger LOG = Logger.getLogger(HubPings.class);
    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TOO_MANY_REQUESTS = 429;

    private final SiteSettings settings;
    private final BooleanSupplier isServed;
    private final Counter accepted;
    private final Counter refused;
    private final Counter failed;
    private final Counter dropped;
    private final Set<String> changed = new LinkedHashSet<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final EndlessLoop loop = new EndlessLoop("hub-pings", PATIENCE, this::turn);
    private int failures;

    @Inject
    HubPings(
            SiteSettings settings,
            ServedGeneration served,
            Generation own,
            MeterRegistry registry) {
        this(settings, () -> served.now().equals(own), registry);
    }

    /** Tells what has changed as long as {@code isServed}. */
    HubPings(SiteSettings settings, BooleanSupplier isServed, MeterRegistry registry) {
        this.settings = settings;
        this.isServed = isServed;
        this.accepted = counter(registry, "accepted");
        this.refused = counter(registry, "refused");
        this.failed = counter(registry, "failed");
        this.dropped = counter(registry, "dropped");
        Gauge.builder("pressline.hub.pending", this, HubPings::pending)
                .description("Changed feeds of which the hub was not told yet")
                .register(registry);
        if (settings.hub().isPresent()) {
            loop.start();
        }
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("pressline.hub.pings")
                .description("Changed feeds of which the hub was to be told, by what became of it")
                .tag("outcome", outcome)
                .register(registry);
    }

    private int pending() {
        synchronized (changed) {
            return changed.size();
        }
    }

    /** The feeds of a channel have changed, and can be read. */
    void changed(String folder) {
        if (settings.hub().isEmpty()) {
            return;
        }
        synchronized (changed) {
            for (Feed feed : Feed.values()) {
                if (changed.size() < MOST) {
                    changed.add(settings.publicUrl() + '/' + feed.key(folder));
                } else {
                    dropped.increment();
                }
            }
            changed.notifyAll();
        }
    }

    @PreDestroy
    void stop() {
        loop.stop();
    }

    private Duration turn() throws InterruptedException {
        List<String> topics = next();
        if (tell(topics)) {
            failures = 0;
            return Duration.ZERO;
        }
        again(topics);
        failures++;
        return Backoff.DEFAULT.pause(failures);
    }

    private List<String> next() throws InterruptedException {
        synchronized (changed) {
            while (changed.isEmpty()) {
                changed.wait();
            }
            List<String> next = new ArrayList<>(changed.stream().limit(AT_ONCE).toList());
            next.forEach(changed::remove);
            return next;
        }
    }

    private void again(List<String> topics) {
        failed.increment(topics.size());
        synchronized (changed) {
            changed.addAll(topics);
        }
    }

    /** Tells the hub; returns false when it is worth another try. */
    private boolean tell(List<String> topics) throws InterruptedException {
        try {
            if (!isServed.getAsBoolean()) {
                return true;
            }
            int status = http.send(request(topics), BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                accepted.increment(topics.size());
                return true;
            }
            LOG.warnf("the hub answers %d", status);
            boolean isTransient = status >= 500 || status == TOO_MANY_REQUESTS;
            if (!isTransient) {
                refused.increment(topics.size());
            }
            return !isTransient;
        } catch (IOException | InfrastructureException e) {
            LOG.warnf("the hub cannot be told: %s", e);
            return false;
        }
    }

    private HttpRequest request(List<String> topics) {
        String form =
                topics.stream()
                        .map(url -> "&hub.url=" + URLEncoder.encode(url, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("", "hub.mode=publish", ""));
        return HttpRequest.newBuilder(URI.create(settings.hub().orElseThrow()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }
}

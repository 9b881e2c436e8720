package dev.pressline.render.search;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.health.LoopMonitor;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.kafka.TopicTail;
import dev.pressline.kit.loop.EndlessLoop;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.store.StoreConfig;
import dev.pressline.render.config.RenderConfig;
import dev.pressline.render.page.SearchPage;
import dev.pressline.render.served.ServedGeneration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Search over what the site lists: an index of its own beside each replica and for each generation,
 * kept up to date by a loop that follows {@code pressline.feeds.v1} of the generation that readers
 * get. An index that fails is begun anew. Thread-safe.
 */
@ApplicationScoped
public class Search {

    private static final String NAME = "search";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SAVED_EVERY = Duration.ofMinutes(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);

    /** Less than brokers keep deletes for: an index that is older may have missed some. */
    private static final Duration FRESH = Duration.ofHours(12);

    private final RenderConfig.Search config;
    private final TopicReplay topics;
    private final ObjectStore store;
    private final ServedGeneration served;
    private final String siteBucket;
    private final LoopMonitor.Loop loop;
    private final Retry retry;
    private final Clock clock;
    private final EndlessLoop follower = new EndlessLoop(NAME, AFTER_A_FAULT, this::follow);
    private volatile Optional<SearchIndex> open = Optional.empty();

    Search(
            RenderConfig config,
            TopicReplay topics,
            ObjectStore store,
            StoreConfig storeConfig,
            ServedGeneration served,
            LoopMonitor monitor,
            MeterRegistry registry,
            Clock clock) {
        this.config = config.search();
        this.topics = topics;
        this.store = store;
        this.served = served;
        this.siteBucket = storeConfig.siteBucket();
        this.loop = monitor.loop(NAME);
        this.retry = new Retry(Backoff.DEFAULT, loop::turned);
        this.clock = clock;
        Gauge.builder("pressline.search.documents", this, Search::size)
                .description("Documents that search can find")
                .register(registry);
    }

    private int size() {
        return open.map(SearchIndex::size).orElse(0);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            follower.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        follower.stop();
    }

    /** A page of what a query finds; empty while there is no search. */
    public Optional<SearchPage> page(String query, int number) {
        return open.map(index -> index.search(query, number));
    }

    private Duration follow() throws InterruptedException {
        Generation generation = retry.whileDown("asking which generation is served", served::now);
        Instant since = clock.instant().minus(FRESH);
        try (SearchIndex index = SearchIndex.open(directory(generation), since);
                TopicTail tail = topics.tail(generation, Topics.FEEDS)) {
            open = Optional.of(index);
            follow(generation, index, tail);
        } finally {
            open = Optional.empty();
        }
        return Duration.ZERO;
    }

    private Path directory(Generation generation) {
        Path first = config.directory();
        return first.resolveSibling(generation.group(first.getFileName().toString()));
    }

    /** Returns when readers get another generation. */
    private void follow(Generation generation, SearchIndex index, TopicTail tail)
            throws InterruptedException {
        String bucket = generation.bucket(siteBucket);
        SearchFeed feed = new SearchFeed(index, store, bucket, retry);
        Instant saved = Instant.MIN;
        while (served.now().equals(generation)) {
            loop.begins();
            retry.whileDown("following " + Topics.FEEDS, () -> caughtUp(tail, feed));
            index.refresh();
            Instant now = clock.instant();
            if (saved.isBefore(now.minus(SAVED_EVERY))) {
                index.save(now);
                saved = now;
            }
            loop.rests();
            Thread.sleep(PAUSE);
        }
    }

    private boolean caughtUp(TopicTail tail, SearchFeed feed) {
        tail.catchUp(
                event -> {
                    loop.turned();
                    feed.take(event);
                });
        return true;
    }
}

package dev.pressline.testing.benchmarks.latency;

import dev.pressline.contract.event.Topics;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.testing.benchmarks.corpus.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records that are under way, and how long each takes to its milestones, from the moment at
 * which it was to be handed in. Thread-safe.
 */
final class Passages {

    private static final int DIGITS = 3;

    private final Function<String, byte[]> store;
    private final Map<Milestone, Histogram> times = new EnumMap<>(Milestone.class);
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> uriByPage = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> awaitedByFeed = new ConcurrentHashMap<>();

    /** Looks into feeds by reading them from {@code store}, which gives the bytes of a key. */
    Passages(Function<String, byte[]> store) {
        this.store = store;
    }

    /** A document that is handed in now, or should have been, at {@code time} in milliseconds. */
    void begin(Row row, long time) {
        AtUri uri = AtUri.parse(row.uri());
        begun.put(row.uri(), time);
        uriByPage.put(ObjectKeys.page(ObjectKeys.document(uri)), row.uri());
        awaitedByFeed
                .computeIfAbsent(
                        ObjectKeys.atom(ObjectKeys.author(uri.did())),
                        feed -> ConcurrentHashMap.newKeySet())
                .add(row.uri());
    }

    /** It has come to a milestone just now; only the first time counts. */
    synchronized void reached(Milestone milestone, String uri) {
        Long since = begun.get(uri);
        if (since != null && seen.add(milestone + uri)) {
            histogram(milestone).recordValue(Math.max(0, System.currentTimeMillis() - since));
        }
    }

    /** What was heard on a topic. */
    void heard(ConsumerRecord<String, byte[]> event) {
        String key = String.valueOf(event.key());
        switch (event.topic()) {
            case Topics.NORMALIZED -> reached(Milestone.NORMALIZED, key);
            case Topics.JOBS -> page(Milestone.ASKED_FOR, ObjectKeys.page(key));
            case Topics.RENDERED -> {
                page(Milestone.PAGE, key);
                feed(key);
            }
            default -> throw new IllegalArgumentException(event.topic());
        }
    }

    private void page(Milestone milestone, String page) {
        String uri = uriByPage.get(page);
        if (uri != null) {
            reached(milestone, uri);
        }
    }

    private void feed(String key) {
        Set<String> awaited = awaitedByFeed.getOrDefault(key, Set.of());
        if (awaited.isEmpty()) {
            return;
        }
        String feed = new String(store.apply(key), StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        for (String uri : awaited) {
            if (feed.contains(AtUri.parse(uri).rkey().value() + "</id>")) {
                found.add(uri);
            }
        }
        awaited.removeAll(found);
        found.forEach(uri -> reached(Milestone.FEED, uri));
    }

    /** How long it took to a milestone, in milliseconds, of all that have come there. */
    synchronized Histogram times(Milestone milestone) {
        return histogram(milestone).copy();
    }

    private Histogram histogram(Milestone milestone) {
        return times.computeIfAbsent(milestone, each -> new Histogram(DIGITS));
    }
}

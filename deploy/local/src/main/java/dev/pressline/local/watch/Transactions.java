package dev.pressline.local.watch;

import dev.pressline.contract.event.Generation;
import dev.pressline.contract.event.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts records of the topics that the index writes in transactions. Each transaction ends with a
 * mark that takes an offset and is no record, so that there may be fewer records than offsets. What
 * was counted last of each partition is remembered. Thread-safe.
 */
final class Transactions {

    /** The topics that are written in transactions, as the first generation names them. */
    private static final List<String> TOPICS =
            List.of(
                    Topics.JOBS,
                    Topics.FEEDS,
                    Topics.deadLetters(Topics.NORMALIZED, "render-index"));

    /** From how many offsets on it does not matter how many of them are marks. */
    private static final long MANY = 100;

    private final KafkaAccess kafka;
    private final List<String> topics;
    private final Map<Range, Long> counted = new HashMap<>();

    Transactions(KafkaAccess kafka, Generation generation) {
        this.kafka = kafka;
        this.topics = TOPICS.stream().map(generation::topic).toList();
    }

    /** How many records each range holds; of a large one how many at most. */
    synchronized Map<Range, Long> count(List<Range> ranges) {
        List<Range> unknown =
                ranges.stream()
                        .filter(this::mayHoldMarks)
                        .filter(range -> !counted.containsKey(range))
                        .toList();
        if (!unknown.isEmpty()) {
            unknown.forEach(this::forget);
            counted.putAll(TopicReader.count(kafka, unknown));
        }
        Map<Range, Long> records = new HashMap<>();
        ranges.forEach(range -> records.put(range, counted.getOrDefault(range, range.size())));
        return records;
    }

    private boolean mayHoldMarks(Range range) {
        return range.size() > 0
                && range.size() <= MANY
                && topics.contains(range.partition().topic());
    }

    private void forget(Range newer) {
        counted.keySet().removeIf(range -> range.partition().equals(newer.partition()));
    }
}

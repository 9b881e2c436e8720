package dev.pressline.kit.watch;

import dev.pressline.kit.watch.GroupView.Look;
import dev.pressline.kit.watch.GroupView.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a group is, from what was seen at the last look and at the one before: partitions are
 * only read where something was left between both, and nothing is read twice. Between looks, and
 * while nobody answers, what waits grows older. Looks come from one thread; answers are for any.
 */
final class GroupProgress {

    private final GroupView view;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<TopicPartition, Stretch> empty = new HashMap<>();
    private volatile Optional<Instant> oldest = Optional.empty();
    private volatile int unassigned;

    GroupProgress(GroupView view) {
        this.view = view;
    }

    /** Looks once. */
    void look() {
        Look look = view.look();
        Map<TopicPartition, Stretch> left = left(look.stretches());
        Map<TopicPartition, Optional<Instant>> found =
                left.isEmpty() ? Map.of() : view.oldest(left);
        found.forEach(
                (partition, first) -> {
                    if (first.isEmpty()) {
                        empty.put(partition, left.get(partition));
                    }
                });
        look.stretches().forEach((partition, stretch) -> ends.put(partition, stretch.end()));
        oldest = found.values().stream().flatMap(Optional::stream).min(Instant::compareTo);
        unassigned = unassigned(look);
    }

    private static int unassigned(Look look) {
        return (int)
                look.stretches().keySet().stream()
                        .filter(partition -> !look.assigned().contains(partition))
                        .count();
    }

    private Map<TopicPartition, Stretch> left(Map<TopicPartition, Stretch> stretches) {
        Map<TopicPartition, Stretch> left = new HashMap<>();
        stretches.forEach(
                (partition, stretch) -> {
                    long endBefore = ends.getOrDefault(partition, stretch.end());
                    if (stretch.next() < Math.min(endBefore, stretch.end())
                            && !stretch.equals(empty.get(partition))) {
                        left.put(partition, stretch);
                    }
                });
        return left;
    }

    /** How long the oldest record has been waiting. */
    Duration age(Instant now) {
        return oldest.map(since -> Duration.between(since, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    /** How many partitions no member of the group has. */
    int unassigned() {
        return unassigned;
    }
}

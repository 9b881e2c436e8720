package dev.pressline.kit.stage;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.kit.kafka.PartitionTail;
import dev.pressline.kit.kafka.TopicReplay;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The newest {@value #KEPT} dead letters of each partition of a queue: far more than a stage can
 * have sent without committing. Read on from where it stopped, when asked. Thread-safe.
 */
public final class QueueTail implements SentLetters {

    /** How many are read first, and remembered. */
    static final int KEPT = 2_000;

    private final PartitionTail tail;
    private final Map<Integer, Deque<LetterOrigin>> newest = new HashMap<>();

    private QueueTail(PartitionTail tail) {
        this.tail = tail;
    }

    /** That of a queue; opens nothing before it is used. */
    public static QueueTail of(TopicReplay replay, String queue) {
        return new QueueTail(replay.partitionTail(queue, KEPT));
    }

    @Override
    public synchronized Set<LetterOrigin> near(Collection<String> keys) {
        int partitions = tail.partitions();
        Set<LetterOrigin> origins = new HashSet<>();
        keys.stream()
                .map(key -> DidPartitioner.partition(key, partitions))
                .distinct()
                .forEach(partition -> origins.addAll(of(partition)));
        return origins;
    }

    private Deque<LetterOrigin> of(int partition) {
        Deque<LetterOrigin> known = newest.computeIfAbsent(partition, p -> new ArrayDeque<>());
        if (!tail.read(partition, letter -> add(known, letter))) {
            known.clear();
            tail.read(partition, letter -> add(known, letter));
        }
        return known;
    }

    private static void add(Deque<LetterOrigin> known, ConsumerRecord<String, byte[]> letter) {
        LetterOrigin.of(letter.headers()).ifPresent(known::addLast);
        if (known.size() > KEPT) {
            known.removeFirst();
        }
    }
}

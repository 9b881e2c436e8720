package dev.pressline.kit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * How far a stage has come on its partitions. A commit that meets a rebalance fails, and the
 * channel tries it again only when another record of that partition is done, perhaps never: until
 * then the partition looks as if something were left. So it is committed again when the rebalance
 * is over. Thread-safe.
 */
@ApplicationScoped
public class DoneOffsets {

    private static final Logger LOG = Logger.getLogger(DoneOffsets.class);

    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    /** Everything that came of these records is durable. */
    public void done(Iterable<? extends ConsumerRecord<?, ?>> batch) {
        for (ConsumerRecord<?, ?> each : batch) {
            TopicPartition partition = new TopicPartition(each.topic(), each.partition());
            next.merge(partition, each.offset() + 1, Math::max);
        }
    }

    /**
     * Commits what is done and not committed of the partitions that a consumer has now. To be
     * called by its own thread, at the end of a rebalance.
     */
    public void commitAgain(Consumer<?, ?> consumer) {
        next.keySet().retainAll(consumer.assignment());
        try {
            Map<TopicPartition, OffsetAndMetadata> behind = behind(consumer);
            if (!behind.isEmpty()) {
                consumer.commitSync(behind);
            }
        } catch (KafkaException e) {
            LOG.debugf(e, "not committed again; the next rebalance or record does it");
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> behind(Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> known =
                consumer.committed(Set.copyOf(next.keySet()));
        Map<TopicPartition, OffsetAndMetadata> behind = new HashMap<>();
        next.forEach(
                (partition, offset) -> {
                    OffsetAndMetadata committed = known.get(partition);
                    if (committed == null || committed.offset() < offset) {
                        behind.put(partition, new OffsetAndMetadata(offset));
                    }
                });
        return behind;
    }
}

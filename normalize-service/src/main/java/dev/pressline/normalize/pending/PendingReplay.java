package dev.pressline.normalize.pending;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.kit.kafka.DoneOffsets;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.normalize.part.PartStore;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads the pending documents of a partition when it becomes ours, and forgets them when it goes;
 * commits again what a rebalance kept from being committed. Thread-safe.
 */
@ApplicationScoped
@Default
@Identifier("pending")
class PendingReplay implements KafkaConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(PendingReplay.class);

    private final PendingDocuments documents;
    private final TopicReplay topic;
    private final PartStore parts;
    private final DoneOffsets offsets;
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    PendingReplay(
            PendingDocuments documents, TopicReplay topic, PartStore parts, DoneOffsets offsets) {
        this.documents = documents;
        this.topic = topic;
        this.parts = parts;
        this.offsets = offsets;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        parts.forget();
        begin(numbers(partitions));
        offsets.commitAgain(consumer);
    }

    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        documents.disown(numbers(partitions));
    }

    private static List<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    /** Begins to own partitions, and reads what waits on them in the background. */
    void begin(List<Integer> numbers) {
        replay(
                documents.own(numbers).stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> 0L)));
    }

    /** Reads what there was no room for and is now, in the background. */
    void readOn() {
        replay(documents.toReadOn());
    }

    private void replay(Map<PendingPartition, Long> from) {
        if (!from.isEmpty()) {
            executor.execute(() -> replayNow(from));
        }
    }

    private void replayNow(Map<PendingPartition, Long> from) {
        try {
            retry.whileDown("reading pending documents", () -> read(from));
            from.keySet().forEach(PendingPartition::replayed);
        } catch (StoppedException e) {
            LOG.debug("stopped while reading pending documents");
        }
    }

    private boolean read(Map<PendingPartition, Long> from) {
        Map<Integer, PendingPartition> owned =
                from.keySet().stream()
                        .collect(Collectors.toMap(PendingPartition::number, Function.identity()));
        Map<TopicPartition, Long> places =
                from.entrySet().stream()
                        .collect(Collectors.toMap(e -> onTopic(e.getKey()), Map.Entry::getValue));
        topic.replayFrom(places, note -> home(owned, note).replay(note));
        return true;
    }

    private static TopicPartition onTopic(PendingPartition partition) {
        return new TopicPartition(Topics.PENDING, partition.number());
    }

    private static PendingPartition home(
            Map<Integer, PendingPartition> owned, ConsumerRecord<String, byte[]> note) {
        PendingPartition home = owned.get(note.partition());
        if (home == null) {
            throw new IllegalStateException("asked for other partitions than " + note.partition());
        }
        return home;
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }
}

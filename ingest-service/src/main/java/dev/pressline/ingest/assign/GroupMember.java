package dev.pressline.ingest.assign;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.health.LoopMonitor;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * One replica as a member of a group that shares out the partitions of the cursors' topic. It joins
 * again whenever it falls out. Runs once, on a thread of its own; asked to stop by any.
 */
final class GroupMember implements Runnable {

    private static final Logger LOG = Logger.getLogger(GroupMember.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<Consumer<String, byte[]>> connect;
    private final PartitionOwner owner;
    private final LoopMonitor.Loop loop;
    private final CountDownLatch stop = new CountDownLatch(1);

    GroupMember(
            Supplier<Consumer<String, byte[]>> connect,
            PartitionOwner owner,
            LoopMonitor.Loop loop) {
        this.connect = connect;
        this.owner = owner;
        this.loop = loop;
    }

    /** Has it let go of everything and leave. */
    void askToStop() {
        stop.countDown();
    }

    @Override
    public void run() {
        loop.begins();
        try {
            for (int failures = 1; stop.getCount() > 0; failures++) {
                membership();
                pause(Backoff.DEFAULT.pause(failures));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            loop.rests();
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("left the group of the sources");
        }
    }

    /** Is a member until it is asked to stop or cannot be one any longer. */
    private void membership() {
        try (Consumer<String, byte[]> consumer = connect.get()) {
            consumer.subscribe(List.of(Topics.CURSORS), new Listener());
            while (stop.getCount() > 0) {
                loop.turned();
                for (ConsumerRecord<String, byte[]> event : consumer.poll(POLL)) {
                    written(event);
                }
            }
        } catch (KafkaException e) {
            LOG.warnf("the group of the sources is joined again: %s", e.getMessage());
        }
    }

    private void written(ConsumerRecord<String, byte[]> event) {
        if (event.key() != null && event.value() != null) {
            owner.written(event.key(), event.value());
        }
    }

    private final class Listener implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            owner.assigned(numbers(partitions));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            owner.revoked(numbers(partitions));
        }

        private Set<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        }
    }
}

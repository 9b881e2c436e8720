package dev.pressline.render.press;

import dev.pressline.kit.kafka.DoneOffsets;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Has the shelf forget what it has seen whenever the press gets partitions of others, and commits
 * again what a rebalance kept from being committed.
 */
@ApplicationScoped
@Identifier("jobs")
class Partitions implements KafkaConsumerRebalanceListener {

    private final Shelf shelf;
    private final DoneOffsets offsets;
    private final PressStage press;

    Partitions(Shelf shelf, DoneOffsets offsets, PressStage press) {
        this.shelf = shelf;
        this.offsets = offsets;
        this.press = press;
    }

    @Override
    public void onPartitionsRevoked(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        press.awaitAll();
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        shelf.forget();
        offsets.commitAgain(consumer);
    }
}

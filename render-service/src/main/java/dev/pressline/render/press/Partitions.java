package dev.pressline.render.press;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Has the shelf forget what it has seen whenever the press gets partitions of others. */
@ApplicationScoped
@Identifier("jobs")
class Partitions implements KafkaConsumerRebalanceListener {

    private final Shelf shelf;

    Partitions(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        shelf.forget();
    }
}

package dev.pressline.render.state;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer that tells stores when a transaction is committed, and up to which offset of their
 * changelogs. Of a transaction that is given up, or of which nobody knows what became of it, it
 * tells nothing. Thread-safe.
 */
final class TellingProducer extends KafkaProducer<byte[], byte[]> {

    private final KeptStores stores;
    private final Map<TopicPartition, Long> acknowledged = new ConcurrentHashMap<>();

    TellingProducer(Map<String, Object> config, KeptStores stores) {
        super(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.stores = stores;
    }

    @Override
    public Future<RecordMetadata> send(
            ProducerRecord<byte[], byte[]> message, @Nullable Callback callback) {
        if (!KeptStores.isChangelog(message.topic())) {
            return super.send(message, callback);
        }
        return super.send(
                message,
                (metadata, failure) -> {
                    if (failure == null && metadata.hasOffset()) {
                        acknowledged(metadata);
                    }
                    if (callback != null) {
                        callback.onCompletion(metadata, failure);
                    }
                });
    }

    private void acknowledged(RecordMetadata metadata) {
        acknowledged.merge(
                new TopicPartition(metadata.topic(), metadata.partition()),
                metadata.offset(),
                Math::max);
    }

    @Override
    public void commitTransaction() {
        super.commitTransaction();
        Map<TopicPartition, Long> committed = Map.copyOf(acknowledged);
        acknowledged.clear();
        stores.committed(committed);
    }

    @Override
    public void abortTransaction() {
        try {
            super.abortTransaction();
        } finally {
            acknowledged.clear();
        }
    }
}

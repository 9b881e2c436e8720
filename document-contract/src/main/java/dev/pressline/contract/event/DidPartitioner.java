package dev.pressline.contract.event;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Chooses the partition by the account: the first {@code did:…} in the key, up to the next slash,
 * hashed by murmur2; a key without one is hashed whole. So a record, its account, its pages and its
 * feeds share one partition in every topic. Thread-safe.
 */
public final class DidPartitioner implements Partitioner {

    /** The partition of a key among {@code partitions}. */
    public static int partition(String key, int partitions) {
        byte[] unit = unitOfOrder(key).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(unit)) % partitions;
    }

    private static String unitOfOrder(String key) {
        int start = key.indexOf("did:");
        if (start < 0) {
            return key;
        }
        int end = key.indexOf('/', start);
        return end < 0 ? key.substring(start) : key.substring(start, end);
    }

    @Override
    public int partition(
            String topic,
            Object key,
            byte[] keyBytes,
            Object value,
            byte[] valueBytes,
            Cluster cluster) {
        if (keyBytes == null) {
            throw new IllegalArgumentException(
                    "a record of " + topic + " has no key: every event names its subject");
        }
        String text = new String(keyBytes, StandardCharsets.UTF_8);
        return partition(text, cluster.partitionCountForTopic(topic));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing to configure: every producer must choose alike.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}

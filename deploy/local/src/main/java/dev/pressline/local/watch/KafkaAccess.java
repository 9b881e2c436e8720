package dev.pressline.local.watch;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How to reach the brokers: the settings that every Kafka client needs, addresses and credentials.
 * Immutable.
 */
public record KafkaAccess(Map<String, String> settings) {

    /** Takes a copy. */
    public KafkaAccess {
        settings = Map.copyOf(settings);
    }

    /** Brokers that ask for nothing. */
    public static KafkaAccess at(String bootstrapServers) {
        return new KafkaAccess(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** The settings of one client. */
    public Map<String, Object> with(Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    /** The addresses alone: credentials stay out of logs. */
    @Override
    public String toString() {
        return settings.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "no broker");
    }
}

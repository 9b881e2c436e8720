package dev.pressline.kit.kafka;

import dev.pressline.contract.event.Generation;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Makes the Kafka clients that a service shares, from the {@code kafka.*} settings. */
@ApplicationScoped
class KafkaClients {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Map<String, Object> settings;

    @Inject
    KafkaClients(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    @Produces
    @Singleton
    EventProducer producer(Generation own) {
        return EventProducer.connect(settings, own);
    }

    void close(@Disposes EventProducer producer) {
        producer.close();
    }

    @Produces
    @Singleton
    Admin admin() {
        return Admin.create(settings);
    }

    void close(@Disposes Admin admin) {
        admin.close(CLOSE_TIMEOUT);
    }
}

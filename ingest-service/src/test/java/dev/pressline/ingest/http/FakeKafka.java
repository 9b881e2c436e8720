package dev.pressline.ingest.http;

import dev.pressline.kit.kafka.EventProducer;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer that remembers what it was given, in the place of the real one. */
@ApplicationScoped
public class FakeKafka {

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    /** The producer. */
    public MockProducer<String, byte[]> producer() {
        return producer;
    }

    @Mock
    @Produces
    @Singleton
    EventProducer events() {
        return new EventProducer(producer);
    }
}

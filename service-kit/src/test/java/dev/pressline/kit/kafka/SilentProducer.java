package dev.pressline.kit.kafka;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer whose broker acknowledges when a test says so, and not when it is flushed. */
public final class SilentProducer extends MockProducer<String, byte[]> {

    /** One that has sent nothing. */
    public SilentProducer() {
        super(false, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void flush() {
        if (flushException != null) {
            throw flushException;
        }
    }
}

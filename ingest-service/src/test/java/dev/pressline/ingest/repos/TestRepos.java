package dev.pressline.ingest.repos;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.kafka.EventProducer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is known of repositories, outside a container: the notes are what a producer was given. */
public final class TestRepos implements NotesLog {

    private final MockProducer<String, byte[]> kafka;
    private int read;

    private TestRepos(MockProducer<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** Those noted by what {@code kafka} was given. */
    public static KnownRepos known(MockProducer<String, byte[]> kafka, EventProducer producer) {
        return new KnownRepos(new TestRepos(kafka), producer);
    }

    /** The heads in what {@code kafka} was given. */
    public static HeadNotes heads(MockProducer<String, byte[]> kafka, EventProducer producer) {
        return new HeadNotes(new TestRepos(kafka), producer);
    }

    private List<ConsumerRecord<String, byte[]>> sent(String topic) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        for (ProducerRecord<String, byte[]> event : kafka.history()) {
            if (event.topic().equals(topic)) {
                events.add(
                        new ConsumerRecord<>(topic, 0, events.size(), event.key(), event.value()));
            }
        }
        return events;
    }

    @Override
    public void catchUp(Consumer<ConsumerRecord<String, byte[]>> reader) {
        List<ConsumerRecord<String, byte[]>> notes = sent(Topics.REPOS);
        notes.subList(read, notes.size()).forEach(reader);
        read = notes.size();
    }

    @Override
    public void all(Consumer<ConsumerRecord<String, byte[]>> reader) {
        sent(Topics.REPOS).forEach(reader);
    }

    @Override
    public void raw(Consumer<ConsumerRecord<String, byte[]>> reader) {
        sent(Topics.RAW).forEach(reader);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}

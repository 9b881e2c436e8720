package dev.pressline.ingest.repos;

import dev.pressline.contract.event.Topics;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.kafka.TopicReplay;
import dev.pressline.kit.kafka.TopicTail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is known of repositories, as beans. */
@ApplicationScoped
class RepoBeans {

    @Produces
    @Singleton
    NotesLog notes(TopicReplay replay) {
        return new TopicNotes(replay, replay.tail(Topics.REPOS));
    }

    void close(@Disposes NotesLog notes) {
        notes.close();
    }

    @Produces
    @Singleton
    KnownRepos known(NotesLog notes, EventProducer producer) {
        return new KnownRepos(notes, producer);
    }

    @Produces
    @Singleton
    HeadNotes heads(NotesLog notes, EventProducer producer) {
        return new HeadNotes(notes, producer);
    }

    private record TopicNotes(TopicReplay replay, TopicTail tail) implements NotesLog {

        @Override
        public void catchUp(Consumer<ConsumerRecord<String, byte[]>> reader) {
            tail.catchUp(reader);
        }

        @Override
        public void all(Consumer<ConsumerRecord<String, byte[]>> reader) {
            replay.replay(Topics.REPOS, reader);
        }

        @Override
        public void raw(Consumer<ConsumerRecord<String, byte[]>> reader) {
            replay.replay(Topics.RAW, reader);
        }

        @Override
        public void close() {
            tail.close();
        }
    }
}

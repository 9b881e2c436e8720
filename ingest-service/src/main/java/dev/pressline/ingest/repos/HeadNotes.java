package dev.pressline.ingest.repos;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.ingest.stream.RepoHeads;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.kafka.EventProducer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The last commits of repositories in each stream, kept on {@code pressline.repos.v1}, so that the
 * first commit after a restart is compared with what came before. Waits while the brokers are down.
 * Thread-safe.
 */
public class HeadNotes {

    private final NotesLog log;
    private final EventProducer producer;
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});

    HeadNotes(NotesLog log, EventProducer producer) {
        this.log = log;
        this.producer = producer;
    }

    /** What was saved of a stream. */
    public RepoHeads load(RecordSource source) {
        return retry.whileDown(
                "reading the heads of repositories",
                () -> {
                    RepoHeads heads = new RepoHeads();
                    log.all(
                            note ->
                                    RepoNotes.followed(note.key(), source)
                                            .ifPresent(
                                                    did ->
                                                            heads.restore(
                                                                    did,
                                                                    RepoNotes.head(note.value()))));
                    return heads;
                });
    }

    /** Saves what changed; to be called when the brokers have the records of these commits. */
    public void save(RecordSource source, Map<Did, Optional<RepoHeads.Head>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<ProducerRecord<String, byte[]>> notes = new ArrayList<>();
        changes.forEach((did, head) -> notes.add(RepoNotes.head(source, did, head)));
        retry.whileDown(
                "saving the heads of repositories",
                () -> {
                    producer.sendAll(notes);
                    return true;
                });
    }
}

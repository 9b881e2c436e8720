package dev.pressline.ingest.repos;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.InvalidIdentifierException;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.kafka.EventProducer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The repositories of which any replica has ever published a record. Each is noted on {@code
 * pressline.repos.v1} together with its first record, and never forgotten. Takes 16 to 32 MB for a
 * million. Waits while the brokers are down. Thread-safe.
 */
public class KnownRepos {

    private static final Logger LOG = Logger.getLogger(KnownRepos.class);
    private static final int BATCH = 1_000;

    private final NotesLog log;
    private final EventProducer producer;
    private final Retry retry = new Retry(Backoff.DEFAULT, () -> {});
    private final DidSet known = new DidSet();
    private boolean complete;

    KnownRepos(NotesLog log, EventProducer producer) {
        this.log = log;
        this.producer = producer;
    }

    /** Whether a repository is known here; another replica may know more. */
    public synchronized boolean contains(Did did) {
        return known.contains(did);
    }

    /** How many are known here. */
    public synchronized int size() {
        return known.size();
    }

    /** The event that notes a repository for all replicas. */
    public ProducerRecord<String, byte[]> note(Did did) {
        return RepoNotes.known(did);
    }

    /** The brokers have the notes of these. */
    public synchronized void noted(Collection<Did> dids) {
        dids.forEach(known::add);
    }

    /**
     * Learns all that any replica had noted when this was called. The first time ever, when nothing
     * says that the notes are complete, they are made from the raw topic.
     */
    public synchronized void catchUp() {
        retry.whileDown("reading what is known of repositories", this::read);
        if (!complete) {
            retry.whileDown("noting the repositories of the raw topic", this::noteAll);
        }
    }

    private boolean read() {
        log.catchUp(
                note -> {
                    RepoNotes.known(note.key()).ifPresent(known::add);
                    complete |= RepoNotes.COMPLETE.equals(note.key());
                });
        return true;
    }

    private boolean noteAll() {
        LOG.info("repositories are noted from the raw topic, once");
        List<ProducerRecord<String, byte[]>> notes = new ArrayList<>();
        log.raw(event -> noteOf(event.key(), notes));
        notes.add(RepoNotes.complete());
        producer.sendAll(notes);
        complete = true;
        return true;
    }

    private void noteOf(@Nullable String key, List<ProducerRecord<String, byte[]>> notes) {
        try {
            Did did = AtUri.parse(String.valueOf(key)).did();
            if (known.add(did)) {
                notes.add(RepoNotes.known(did));
            }
        } catch (InvalidIdentifierException e) {
            LOG.tracef("no record: %s", e.getMessage());
        }
        if (notes.size() >= BATCH) {
            producer.sendAll(notes);
            notes.clear();
        }
    }

    /** Hands each one that any replica has noted to {@code reader}, some perhaps twice. */
    public void forEach(Consumer<Did> reader) {
        retry.whileDown(
                "reading the known repositories",
                () -> {
                    log.all(note -> RepoNotes.known(note.key()).ifPresent(reader));
                    return true;
                });
    }
}

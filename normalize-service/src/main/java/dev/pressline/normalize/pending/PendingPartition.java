package dev.pressline.normalize.pending;

import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.normalize.verification.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The pending documents of one owned partition. Its lock orders what the stage handles and what is
 * sent again: a look that ends later than a newer version was handled sends nothing. Thread-safe.
 */
final class PendingPartition {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int number;
    private final Capacity capacity;
    private final Pauses pauses;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch replayed = new CountDownLatch(1);
    private final Map<String, Waiting> waiting = new HashMap<>();
    private boolean leftSomeOut;
    private boolean owned = true;

    private record Waiting(PendingDocument document, Instant due) {}

    /** A document whose time has come. */
    record Due(PendingPartition home, String key, PendingDocument document, Instant due) {}

    PendingPartition(int number, Capacity capacity, Pauses pauses, Clock clock) {
        this.number = number;
        this.capacity = capacity;
        this.pauses = pauses;
        this.clock = clock;
    }

    int number() {
        return number;
    }

    /** Takes in a note of the topic, older ones first. */
    void replay(ConsumerRecord<String, byte[]> note) {
        Optional<PendingDocument> document = PendingNotes.read(note);
        lock.lock();
        try {
            if (document.isPresent() && owned) {
                Instant noted = Instant.ofEpochMilli(note.timestamp());
                remember(note.key(), document.get(), noted);
            } else {
                forget(note.key());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the replay: from now on what is here is what the topic says. */
    void replayed() {
        replayed.countDown();
    }

    /**
     * Takes note of a record that was handled; returns what the topic must be told with it. Throws
     * {@link InfrastructureException} while the replay lasts, or a look is held up by the broker.
     */
    List<ProducerRecord<String, byte[]>> handled(Handled record) {
        awaitReplay();
        lockWithin();
        try {
            Waiting known = waiting.get(record.key());
            if (known != null && known.document().rev().compareTo(record.rev()) > 0) {
                return List.of();
            }
            if (record.outlook().isPresent()) {
                PendingDocument document =
                        PendingDocument.of(record, record.outlook().get(), clock.instant());
                remember(record.key(), document, clock.instant());
                return List.of(PendingNotes.waiting(record.key(), document));
            }
            forget(record.key());
            return known == null && owned && !leftSomeOut
                    ? List.of()
                    : List.of(PendingNotes.settled(record.key(), number));
        } finally {
            lock.unlock();
        }
    }

    /**
     * How the claim of a publication stood when it was handled last. Throws {@link
     * InfrastructureException} while the replay lasts, or a look is held up by the broker.
     */
    Optional<Standing> standing(String key) {
        awaitReplay();
        lockWithin();
        try {
            return Optional.ofNullable(waiting.get(key))
                    .flatMap(known -> known.document().standing());
        } finally {
            lock.unlock();
        }
    }

    private void awaitReplay() {
        try {
            if (!replayed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("are still being read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private void lockWithin() {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("are being sent");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private InfrastructureException busy(String why) {
        return new InfrastructureException(
                "pending documents of partition " + number + ' ' + why, Duration.ZERO);
    }

    /** The documents whose time has come. */
    List<Due> due() {
        Instant now = clock.instant();
        List<Due> due = new ArrayList<>();
        lock.lock();
        try {
            if (replayed.getCount() == 0) {
                waiting.forEach(
                        (key, each) -> {
                            if (!each.due().isAfter(now)) {
                                due.add(new Due(this, key, each.document(), each.due()));
                            }
                        });
            }
        } finally {
            lock.unlock();
        }
        return due;
    }

    /**
     * Ends a look, unless a newer version was handled or the partition was lost meanwhile: {@code
     * send} sends and returns when the broker has it, and says how the document waits on, empty for
     * not at all. Nothing changes when it throws.
     */
    void settle(Due due, Supplier<Optional<PendingDocument>> send) {
        lock.lock();
        try {
            Waiting known = waiting.get(due.key());
            if (owned && known != null && known.document().equals(due.document())) {
                send.get()
                        .ifPresentOrElse(
                                next -> remember(due.key(), next, clock.instant()),
                                () -> forget(due.key()));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Puts a look off: whatever is needed for it is down. */
    void putOff(Due due) {
        lock.lock();
        try {
            waiting.computeIfPresent(
                    due.key(),
                    (key, known) ->
                            new Waiting(known.document(), clock.instant().plus(pauses.first())));
        } finally {
            lock.unlock();
        }
    }

    /** Whether documents wait on the topic that are not in memory. */
    boolean leftSomeOut() {
        lock.lock();
        try {
            return leftSomeOut;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the partition up: nothing of it is remembered, nothing sent again. */
    void disown() {
        lock.lock();
        try {
            owned = false;
            capacity.give(waiting.size());
            waiting.clear();
        } finally {
            lock.unlock();
        }
        replayed.countDown();
    }

    private void remember(String key, PendingDocument document, Instant noted) {
        if (!owned) {
            return;
        }
        if (waiting.containsKey(key) || capacity.take()) {
            waiting.put(key, new Waiting(document, noted.plus(pauses.before(document))));
        } else {
            leftSomeOut = true;
        }
    }

    private void forget(String key) {
        if (waiting.remove(key) != null) {
            capacity.give(1);
        }
    }
}

package dev.pressline.normalize.pending;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.StoppedException;
import dev.pressline.normalize.part.RawPlace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What waits of one owned partition: documents to be looked at again, and records that were put
 * off. Its lock orders what the stage handles and what is sent again: a look that ends later than a
 * newer version was handled or put off sends nothing. Thread-safe.
 */
final class PendingPartition {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int number;
    private final Pauses pauses;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile CountDownLatch replayed = new CountDownLatch(1);
    private final WaitingRecords waiting;
    private boolean owned = true;

    /** The offset of the last note read: what is noted meanwhile stands behind it. */
    private long readTo;

    /** No note before this offset was left out. */
    private long leftOutFrom = Long.MAX_VALUE;

    /** A document whose time has come. */
    record Due(PendingPartition home, String key, PendingDocument document, Instant due) {}

    PendingPartition(int number, WaitingRecords.Room room, Pauses pauses, Clock clock) {
        this.number = number;
        this.waiting = new WaitingRecords(room);
        this.pauses = pauses;
        this.clock = clock;
    }

    int number() {
        return number;
    }

    /**
     * Takes in a note of the topic, older ones first. What was put off is not forgotten for the
     * sake of a note about an earlier raw record: an owner before us was late with it.
     */
    void replay(ConsumerRecord<String, byte[]> note) {
        Optional<Note> read = PendingNotes.read(note);
        long place = read.map(Note::offset).orElseGet(() -> PendingNotes.settledPlace(note));
        lock.lock();
        try {
            readTo = note.offset();
            if (isPutOffBehind(note.key(), place)) {
                return;
            }
            if (read.isPresent() && owned) {
                remember(note.key(), read.get(), Instant.ofEpochMilli(note.timestamp()));
            } else {
                waiting.remove(note.key());
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isPutOffBehind(String key, long place) {
        return waiting.get(key)
                .filter(known -> known instanceof PutOff && known.offset() > place)
                .isPresent();
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
        return replayedAndLocked(
                () -> {
                    Optional<Note> known = waiting.get(record.key());
                    if (isNewer(known, record.rev())) {
                        return List.of();
                    }
                    if (record.outlook().isPresent()) {
                        PendingDocument document =
                                PendingDocument.of(record, record.outlook().get(), clock.instant());
                        remember(record.key(), document, clock.instant());
                        return List.of(PendingNotes.waiting(record.key(), document));
                    }
                    waiting.remove(record.key());
                    return known.isEmpty() && owned && !waiting.leftSomeOut()
                            ? List.of()
                            : List.of(settled(record.key(), record.offset()));
                });
    }

    private static boolean isNewer(Optional<Note> known, Tid rev) {
        return known.filter(newer -> newer.rev().compareTo(rev) > 0).isPresent();
    }

    private ProducerRecord<String, byte[]> settled(String key, long offset) {
        return PendingNotes.settled(key, number, offset);
    }

    /**
     * Puts a version of a record off, in place of what is known of it; empty when a newer version
     * is known. Throws as {@link #handled} does.
     */
    Optional<PutOff> putOff(String key, RawPlace place) {
        return replayedAndLocked(
                () -> {
                    Optional<Note> known = waiting.get(key);
                    if (isNewer(known, place.rev())) {
                        return Optional.empty();
                    }
                    PutOff record =
                            new PutOff(
                                    key,
                                    number,
                                    place.offset(),
                                    place.rev(),
                                    clock.instant(),
                                    known.flatMap(Note::standing));
                    remember(key, record, record.since());
                    return Optional.of(record);
                });
    }

    /** Remembers what was put off, where the partition was read anew while the topic was told. */
    void remember(PutOff record) {
        locked(
                () -> {
                    if (!isNewer(waiting.get(record.key()), record.rev())) {
                        remember(record.key(), record, record.since());
                    }
                    return true;
                });
    }

    /** Forgets a record that was put off and is done; returns what the topic must be told. */
    List<ProducerRecord<String, byte[]>> done(PutOff record) {
        return locked(
                () -> {
                    if (!isPutOff(record.key(), record.offset())) {
                        return List.of();
                    }
                    waiting.remove(record.key());
                    return List.of(settled(record.key(), record.offset()));
                });
    }

    /** Whether the version of a record at an offset was put off and still waits. */
    boolean isPutOff(String key, long offset) {
        return locked(
                () ->
                        waiting.get(key)
                                .filter(known -> known instanceof PutOff)
                                .filter(known -> known.offset() == offset)
                                .isPresent());
    }

    /** Says which accounts have to wait, since more of theirs is about to be put off. */
    void arriving(Set<Did> accounts) {
        locked(
                () -> {
                    waiting.arriving(accounts);
                    return true;
                });
    }

    /** The first record that was put off, of the account whose turn it is. */
    Optional<PutOff> nextPutOff() {
        return locked(() -> isBeingRead() ? Optional.<PutOff>empty() : waiting.nextPutOff());
    }

    /**
     * The records of an account that were put off and stand before an offset, if it need not wait.
     */
    List<PutOff> putOffBefore(Did account, long offset) {
        return locked(() -> waiting.putOffBefore(account, offset));
    }

    /** How many records are put off. */
    int putOff() {
        return locked(waiting::putOff);
    }

    /** Since when the record waits that was put off first. */
    Optional<Instant> oldestPutOff() {
        return locked(waiting::oldestPutOff);
    }

    /** What is known of a key. Throws as {@link #handled} does. */
    Optional<Note> known(String key) {
        return replayedAndLocked(() -> waiting.get(key));
    }

    private <T> T replayedAndLocked(Supplier<T> work) {
        try {
            if (!replayed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("are still being read");
            }
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("are being sent");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private InfrastructureException busy(String why) {
        return new InfrastructureException(
                "pending documents of partition " + number + ' ' + why, Duration.ZERO);
    }

    /** At most {@code count} documents whose time has come, the longest due first. */
    List<Due> due(int count) {
        return locked(
                () ->
                        isBeingRead()
                                ? List.of()
                                : waiting.due(clock.instant(), count).stream()
                                        .map(e -> new Due(this, e.key(), e.document(), e.due()))
                                        .toList());
    }

    /**
     * Ends a look, unless a newer version was handled or the partition was lost meanwhile: {@code
     * send} sends and returns when the broker has it, and says how the document waits on, empty for
     * not at all. Nothing changes when it throws.
     */
    void settle(Due due, Supplier<Optional<PendingDocument>> send) {
        locked(
                () -> {
                    if (owned && isKnown(due)) {
                        send.get()
                                .ifPresentOrElse(
                                        next -> remember(due.key(), next, clock.instant()),
                                        () -> waiting.remove(due.key()));
                    }
                    return true;
                });
    }

    private boolean isKnown(Due due) {
        return waiting.get(due.key()).equals(Optional.of(due.document()));
    }

    /** Puts a look off: whatever is needed for it is down. */
    void putOff(Due due) {
        locked(
                () -> {
                    if (isKnown(due)) {
                        Instant later = clock.instant().plus(pauses.first());
                        waiting.put(due.key(), due.document(), later);
                    }
                    return true;
                });
    }

    /**
     * Where on the topic to read on, if something was left out there and has room now: until {@link
     * #replayed} this is as at the beginning, but for what is known already.
     */
    OptionalLong readOn() {
        return locked(
                () -> {
                    if (isBeingRead() || !waiting.hasRoomAgain()) {
                        return OptionalLong.empty();
                    }
                    replayed = new CountDownLatch(1);
                    readTo = leftOutFrom;
                    leftOutFrom = Long.MAX_VALUE;
                    waiting.forgetLeftOut();
                    return OptionalLong.of(readTo);
                });
    }

    private boolean isBeingRead() {
        return replayed.getCount() > 0;
    }

    /** Gives the partition up: nothing of it is remembered, nothing sent again. */
    void disown() {
        locked(
                () -> {
                    owned = false;
                    waiting.clear();
                    return true;
                });
        replayed.countDown();
    }

    private void remember(String key, Note note, Instant noted) {
        if (!owned) {
            return;
        }
        boolean hadRoom =
                switch (note) {
                    case PendingDocument document ->
                            waiting.put(key, document, noted.plus(pauses.before(document)));
                    case PutOff record -> waiting.put(record);
                };
        if (!hadRoom) {
            leftOutFrom = Math.min(leftOutFrom, readTo);
        }
    }
}

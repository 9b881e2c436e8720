package dev.pressline.normalize.pending;

import dev.pressline.contract.identifier.Did;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What waits of one partition, as far as there is room in memory: of each key either a document
 * that is to be looked at again or a record that was put off. Not thread-safe.
 */
final class WaitingRecords {

    private final Room room;
    private final DueQueue documents = new DueQueue();
    private final PutOffQueue putOff = new PutOffQueue();
    private boolean documentsLeftOut;
    private int putOffLeftOut;

    WaitingRecords(Room room) {
        this.room = room;
    }

    /** The room that all partitions share. */
    record Room(Capacity documents, Capacity putOff) {

        static Room of(PendingLimits limits) {
            return new Room(new Capacity(limits.documents()), new Capacity(limits.putOff()));
        }
    }

    /** What is known of a key. */
    Optional<Note> get(String key) {
        return documents.get(key).<Note>map(each -> each).or(() -> putOff.get(key));
    }

    /** Has a document looked at again; returns whether there was room for it. */
    boolean put(String key, PendingDocument document, Instant due) {
        removePutOff(key);
        if (documents.get(key).isEmpty() && !room.documents().take()) {
            documentsLeftOut = true;
            return false;
        }
        documents.put(key, document, due);
        return true;
    }

    /** Has a record handled when its turn comes; returns whether there was room for it. */
    boolean put(PutOff record) {
        removeDocument(record.key());
        if (putOff.get(record.key()).isEmpty() && !room.putOff().take()) {
            putOffLeftOut++;
            return false;
        }
        putOff.put(record);
        return true;
    }

    void remove(String key) {
        removeDocument(key);
        removePutOff(key);
    }

    private void removeDocument(String key) {
        if (documents.remove(key)) {
            room.documents().give(1);
        }
    }

    private void removePutOff(String key) {
        if (putOff.remove(key)) {
            room.putOff().give(1);
        }
    }

    void clear() {
        room.documents().give(documents.size());
        room.putOff().give(putOff.size());
        documents.clear();
        putOff.clear();
        forgetLeftOut();
    }

    /** What was left out is about to be read again. */
    void forgetLeftOut() {
        documentsLeftOut = false;
        putOffLeftOut = 0;
    }

    /**
     * At most {@code count} documents whose time has come by {@code now}, the longest due first.
     */
    List<DueQueue.Entry> due(Instant now, int count) {
        return documents.due(now, count);
    }

    /** Which accounts have to wait, since the stage still meets records of theirs to put off. */
    void arriving(Set<Did> accounts) {
        putOff.arriving(accounts);
    }

    /** The first record of the account whose turn it is. */
    Optional<PutOff> nextPutOff() {
        return putOff.next();
    }

    /**
     * The records of an account that were put off and stand before an offset, if it need not wait.
     */
    List<PutOff> putOffBefore(Did account, long offset) {
        return putOff.before(account, offset);
    }

    /** Since when the record waits that was put off first. */
    Optional<Instant> oldestPutOff() {
        return putOff.oldest();
    }

    /** How many records were put off, those included for which there was no room. */
    int putOff() {
        return putOff.size() + putOffLeftOut;
    }

    /** Whether the topic has notes of which nothing is here. */
    boolean leftSomeOut() {
        return documentsLeftOut || putOffLeftOut > 0;
    }

    /** Whether there is room again for what was left out. */
    boolean hasRoomAgain() {
        return (documentsLeftOut && room.documents().isHalfFree())
                || (putOffLeftOut > 0 && room.putOff().isHalfFree());
    }
}

package dev.pressline.normalize.pending;

import dev.pressline.contract.identifier.Did;
import dev.pressline.normalize.part.RawPlace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The records of the partitions that this process owns that were put off because their account had
 * used up its allowance. Thread-safe.
 */
public final class PutOffRecords {

    private final Map<Integer, PendingPartition> owned;
    private final IntFunction<PendingPartition> home;
    private final AtomicInteger served = new AtomicInteger(-1);

    PutOffRecords(Map<Integer, PendingPartition> owned, IntFunction<PendingPartition> home) {
        this.owned = owned;
        this.home = home;
    }

    /**
     * Puts a version of a record off, in place of what waits of it; empty when a newer version is
     * known. Its {@link #note} must be durable before its offset is committed, and it remembered
     * then. Throws {@link dev.pressline.kit.failure.InfrastructureException} while the notes of the
     * partition are not known.
     */
    public Optional<PutOff> putOff(String key, RawPlace place) {
        return home.apply(place.partition()).putOff(key, place);
    }

    /** What the topic must be told of a record that was put off. */
    public static ProducerRecord<String, byte[]> note(PutOff record) {
        return PendingNotes.putOff(record);
    }

    /** Remembers a record of which the topic was told, should the partition have been read anew. */
    public void remember(PutOff record) {
        home.apply(record.partition()).remember(record);
    }

    /**
     * Says which accounts of a partition have to wait, since records of theirs are being put off
     * and more stands behind: what others have there comes first. Holds until it is said anew.
     */
    public void arriving(int partition, Set<Did> accounts) {
        home.apply(partition).arriving(accounts);
    }

    /** The first record of the account whose turn it is; partitions and accounts take turns. */
    public Optional<PutOff> next() {
        int last = served.get();
        List<Integer> numbers =
                owned.keySet().stream()
                        .sorted(
                                Comparator.comparing((Integer number) -> number <= last)
                                        .thenComparing(number -> number))
                        .toList();
        for (int number : numbers) {
            Optional<PutOff> next = home.apply(number).nextPutOff();
            if (next.isPresent()) {
                served.set(number);
                return next;
            }
        }
        return Optional.empty();
    }

    /**
     * The records of the same account and partition that stand before an offset; none while it has
     * to wait.
     */
    public List<PutOff> before(PutOff first, long offset) {
        return home.apply(first.partition()).putOffBefore(first.account(), offset);
    }

    /** Whether this version still waits, and its partition is ours. */
    public boolean waits(PutOff record) {
        return home.apply(record.partition()).isPutOff(record.key(), record.offset());
    }

    /** Forgets a record that is done; returns what the topic must be told, if it still waited. */
    public List<ProducerRecord<String, byte[]>> done(PutOff record) {
        return home.apply(record.partition()).done(record);
    }

    /** Whether a partition is ours. */
    public boolean owns(int partition) {
        return owned.containsKey(partition);
    }

    /** How many there are. */
    public int size() {
        return owned.values().stream().mapToInt(PendingPartition::putOff).sum();
    }

    /** Since when the one waits that was put off first. */
    public Optional<Instant> oldest() {
        return owned.values().stream()
                .flatMap(partition -> partition.oldestPutOff().stream())
                .min(Comparator.naturalOrder());
    }
}

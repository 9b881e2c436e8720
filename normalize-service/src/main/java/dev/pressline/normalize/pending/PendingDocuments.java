package dev.pressline.normalize.pending;

import dev.pressline.normalize.verification.Standing;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What waits of the partitions that this process owns, keys and coordinates only: documents to be
 * looked at again, and records that were put off. The topic {@code pressline.pending.v1} is the
 * truth; this is what of it is in memory. Thread-safe.
 */
public final class PendingDocuments {

    private final WaitingRecords.Room room;
    private final Pauses pauses;
    private final Clock clock;
    private final Map<Integer, PendingPartition> owned = new ConcurrentHashMap<>();
    private final PutOffRecords putOff = new PutOffRecords(owned, this::home);

    /** Keeps so many in memory, looked at again after these pauses. */
    public PendingDocuments(PendingLimits limits, Pauses pauses, Clock clock) {
        this.room = WaitingRecords.Room.of(limits);
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Begins to own partitions; each must be replayed. */
    List<PendingPartition> own(Collection<Integer> partitions) {
        disown(partitions);
        return partitions.stream().map(this::own).toList();
    }

    private PendingPartition own(int number) {
        PendingPartition partition = new PendingPartition(number, room, pauses, clock);
        owned.put(number, partition);
        return partition;
    }

    /** Forgets partitions. */
    void disown(Collection<Integer> partitions) {
        for (Integer number : partitions) {
            PendingPartition lost = owned.remove(number);
            if (lost != null) {
                lost.disown();
            }
        }
    }

    /**
     * Takes note of a record that was handled, last of all before what it gave is sent; returns
     * what must be sent with it. Throws {@link dev.pressline.kit.failure.InfrastructureException}
     * while the pending documents of the partition are not known.
     */
    public List<ProducerRecord<String, byte[]>> handled(Handled record) {
        return home(record.partition()).handled(record);
    }

    /**
     * How the claim of a publication stood when it was handled last, as far as is remembered.
     * Throws as {@link #handled} does.
     */
    public Optional<Standing> standing(String key, int partition) {
        return Optional.ofNullable(owned.get(partition))
                .flatMap(home -> home.known(key))
                .flatMap(Note::standing);
    }

    /** A partition; of one that is not ours any more everything is noted for its next owner. */
    private PendingPartition home(int number) {
        PendingPartition home = owned.get(number);
        if (home != null) {
            return home;
        }
        PendingPartition lost = new PendingPartition(number, room, pauses, clock);
        lost.disown();
        return lost;
    }

    /** At most {@code count} documents whose time has come, those first that are due longest. */
    List<PendingPartition.Due> due(int count) {
        return owned.values().stream()
                .flatMap(partition -> partition.due(count).stream())
                .sorted(Comparator.comparing(PendingPartition.Due::due))
                .limit(count)
                .toList();
    }

    /**
     * Partitions with something left out for which there is room now, and where on their topic to
     * read on; each must be replayed from there.
     */
    Map<PendingPartition, Long> toReadOn() {
        Map<PendingPartition, Long> from = new HashMap<>();
        owned.values()
                .forEach(partition -> partition.readOn().ifPresent(at -> from.put(partition, at)));
        return from;
    }

    /** The number of documents in memory that are to be looked at again. */
    public int size() {
        return room.documents().taken();
    }

    /** The records that were put off. */
    public PutOffRecords putOff() {
        return putOff;
    }
}

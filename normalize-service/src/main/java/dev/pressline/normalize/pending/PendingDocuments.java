package dev.pressline.normalize.pending;

import dev.pressline.normalize.verification.Standing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The pending documents of the partitions that this process owns, keys and coordinates only. The
 * topic {@code pressline.pending.v1} is the truth; this is what of it is in memory. Thread-safe.
 */
public final class PendingDocuments {

    private final Capacity capacity;
    private final Pauses pauses;
    private final Clock clock;
    private final Map<Integer, PendingPartition> owned = new ConcurrentHashMap<>();

    /** Keeps at most {@code limit} documents in memory, looked at again after these pauses. */
    public PendingDocuments(int limit, Pauses pauses, Clock clock) {
        this.capacity = new Capacity(limit);
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Begins to own partitions; each must be replayed. */
    List<PendingPartition> own(Collection<Integer> partitions) {
        disown(partitions);
        return partitions.stream().map(this::own).toList();
    }

    private PendingPartition own(int number) {
        PendingPartition partition = new PendingPartition(number, capacity, pauses, clock);
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
        PendingPartition partition = owned.get(record.partition());
        return (partition == null ? lost(record.partition()) : partition).handled(record);
    }

    /**
     * How the claim of a publication stood when it was handled last, as far as is remembered.
     * Throws as {@link #handled} does.
     */
    public Optional<Standing> standing(String key, int partition) {
        return Optional.ofNullable(owned.get(partition)).flatMap(home -> home.standing(key));
    }

    /** A partition that is not ours any more: everything is noted for its next owner. */
    private PendingPartition lost(int number) {
        PendingPartition lost = new PendingPartition(number, capacity, pauses, clock);
        lost.disown();
        return lost;
    }

    /** At most {@code count} documents whose time has come, those first that are due longest. */
    List<PendingPartition.Due> due(int count) {
        List<PendingPartition.Due> due = new ArrayList<>();
        owned.values().forEach(partition -> due.addAll(partition.due()));
        due.sort(Comparator.comparing(PendingPartition.Due::due));
        return List.copyOf(due.subList(0, Math.min(count, due.size())));
    }

    /** Partitions with documents left out, when there is room for them again. */
    List<Integer> toReadAgain() {
        return capacity.isHalfFree()
                ? owned.values().stream()
                        .filter(PendingPartition::leftSomeOut)
                        .map(PendingPartition::number)
                        .toList()
                : List.of();
    }

    /** The number of documents in memory. */
    public int size() {
        return capacity.taken();
    }
}

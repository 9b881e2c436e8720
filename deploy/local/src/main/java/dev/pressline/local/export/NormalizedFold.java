package dev.pressline.local.export;

import dev.pressline.contract.event.Envelope;
import dev.pressline.contract.event.EnvelopeHeaders;
import dev.pressline.contract.event.Operation;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.event.VersionGuard.Verdict;
import dev.pressline.contract.event.VersionGuard.Version;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The last event of every key of {@code pressline.normalized.v1}: the newest rev wins, whatever the
 * order. Values wait in a file, so that memory holds no more than keys and versions. Not
 * thread-safe.
 */
final class NormalizedFold {

    private final SpillFile values;
    private final Map<String, Entry> entries = new TreeMap<>();

    NormalizedFold(SpillFile values) {
        this.values = values;
    }

    /**
     * The last event of one key.
     *
     * @param version its version
     * @param value where its value waits
     * @param reference the object that holds the value, where it goes by reference
     */
    record Entry(Version version, SpillFile.Piece value, Optional<String> reference) {}

    /** Takes in the next event. Throws on an envelope that no service of ours would write. */
    void add(ConsumerRecord<String, byte[]> event) {
        Envelope envelope =
                EnvelopeHeaders.read(event.key(), event.headers(), event.value() != null);
        Version version = new Version(envelope.rev(), envelope.operation() == Operation.DELETE);
        Optional<Version> known = Optional.ofNullable(entries.get(event.key())).map(Entry::version);
        if (VersionGuard.compare(known, version) != Verdict.STALE) {
            byte[] value = event.value() == null ? new byte[0] : event.value();
            entries.put(event.key(), new Entry(version, values.append(value), reference(event)));
        }
    }

    private static Optional<String> reference(ConsumerRecord<String, byte[]> event) {
        return EnvelopeHeaders.text(event.headers(), EnvelopeHeaders.VALUE_REFERENCE);
    }

    /** What is not deleted, by key in the order of its characters. */
    Map<String, Entry> living() {
        Map<String, Entry> living = new TreeMap<>(entries);
        living.values().removeIf(entry -> entry.version().deleted());
        return living;
    }
}

package dev.pressline.normalize.pending;

import dev.pressline.contract.identifier.Did;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records of one partition that were put off, of each key the newest version: accounts take
 * turns, the records of one come in the order of the raw topic. Not thread-safe.
 */
final class PutOffQueue {

    private final Map<String, PutOff> byKey = new HashMap<>();
    private final LinkedHashMap<Did, NavigableMap<Long, PutOff>> accounts = new LinkedHashMap<>();
    private Set<Did> arriving = Set.of();

    /** Puts a record in, in place of the version of it that waits. */
    void put(PutOff record) {
        remove(record.key());
        byKey.put(record.key(), record);
        accounts.computeIfAbsent(record.account(), account -> new TreeMap<>())
                .put(record.offset(), record);
    }

    /** Takes a record out; returns whether it was there. */
    boolean remove(String key) {
        PutOff removed = byKey.remove(key);
        if (removed == null) {
            return false;
        }
        accounts.computeIfPresent(
                removed.account(),
                (account, records) -> {
                    records.remove(removed.offset());
                    return records.isEmpty() ? null : records;
                });
        return true;
    }

    /** The version of a record that waits. */
    Optional<PutOff> get(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    int size() {
        return byKey.size();
    }

    /** Which accounts have to wait, since the stage still meets records of theirs to put off. */
    void arriving(Set<Did> accounts) {
        arriving = Set.copyOf(accounts);
    }

    /** The first record of the account whose turn it is, which then comes last. */
    Optional<PutOff> next() {
        for (Map.Entry<Did, NavigableMap<Long, PutOff>> each : accounts.entrySet()) {
            if (!arriving.contains(each.getKey())) {
                accounts.putLast(each.getKey(), each.getValue());
                return Optional.of(each.getValue().firstEntry().getValue());
            }
        }
        return Optional.empty();
    }

    /** The records of an account before an offset; none while it has to wait. */
    List<PutOff> before(Did account, long offset) {
        NavigableMap<Long, PutOff> records = accounts.get(account);
        return records == null || arriving.contains(account)
                ? List.of()
                : List.copyOf(records.headMap(offset).values());
    }

    /** Since when the record waits that waits longest. */
    Optional<Instant> oldest() {
        return accounts.values().stream()
                .map(records -> records.firstEntry().getValue().since())
                .min(Comparator.naturalOrder());
    }

    void clear() {
        byKey.clear();
        accounts.clear();
    }
}

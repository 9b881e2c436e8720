package dev.pressline.normalize.pending;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The documents of one partition that are to be looked at again, by time. Not thread-safe. */
final class DueQueue {

    private final Map<String, Entry> byKey = new HashMap<>();
    private final NavigableSet<Entry> byTime =
            new TreeSet<>(Comparator.comparing(Entry::due).thenComparing(Entry::key));

    /** A document and when to look at it. */
    record Entry(String key, PendingDocument document, Instant due) {}

    /** Puts a document in, in place of what is known of it. */
    void put(String key, PendingDocument document, Instant due) {
        remove(key);
        Entry entry = new Entry(key, document, due);
        byKey.put(key, entry);
        byTime.add(entry);
    }

    /** Takes a document out; returns whether it was there. */
    boolean remove(String key) {
        Entry removed = byKey.remove(key);
        return removed != null && byTime.remove(removed);
    }

    Optional<PendingDocument> get(String key) {
        return Optional.ofNullable(byKey.get(key)).map(Entry::document);
    }

    /**
     * At most {@code count} documents whose time has come by {@code now}, the longest due first.
     */
    List<Entry> due(Instant now, int count) {
        return byTime.stream().limit(count).takeWhile(each -> !each.due().isAfter(now)).toList();
    }

    int size() {
        return byKey.size();
    }

    void clear() {
        byKey.clear();
        byTime.clear();
    }
}

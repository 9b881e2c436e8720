package dev.pressline.testing.benchmarks.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sizes of the lines of a corpus. Not thread-safe. */
final class CorpusStatistics {

    private final Map<String, List<Integer>> sizes = new TreeMap<>();
    private long bytes;

    void document(String kind, int size) {
        sizes.computeIfAbsent(kind, each -> new ArrayList<>()).add(size);
        other(size);
    }

    void other(int size) {
        bytes += size;
    }

    @Override
    public String toString() {
        List<Integer> all = new ArrayList<>(sizes.values().stream().flatMap(List::stream).toList());
        Collections.sort(all);
        if (all.isEmpty()) {
            return "documents 0, bytes " + bytes;
        }
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "documents %d, bytes %d, mean %.0f, p50 %d, p90 %d, p99 %d, max %d",
                                all.size(),
                                bytes,
                                bytes / (double) all.size(),
                                all.get(all.size() / 2),
                                all.get((int) (all.size() * 0.9)),
                                all.get((int) (all.size() * 0.99)),
                                all.getLast()));
        sizes.forEach((kind, of) -> text.append(line(kind, of)));
        return text.toString();
    }

    private static String line(String kind, List<Integer> of) {
        long sum = of.stream().mapToLong(Integer::longValue).sum();
        return String.format(
                Locale.ROOT,
                "%n  %-9s %8d records, mean %6d bytes",
                kind,
                of.size(),
                sum / of.size());
    }
}

package dev.pressline.render.press;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The jobs of one poll by phase, of each key the last. Immutable by convention.
 *
 * @param phases the jobs to do
 * @param superseded those that a later one of the same key makes needless
 */
record Batch(
        Map<Phase, List<ConsumerRecord<String, byte[]>>> phases,
        List<ConsumerRecord<String, byte[]>> superseded) {

    static Batch of(Iterable<ConsumerRecord<String, byte[]>> jobs) {
        List<ConsumerRecord<String, byte[]>> superseded = new ArrayList<>();
        Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> job : jobs) {
            if (job.value() != null) {
                Optional.ofNullable(last.put(key(job), job)).ifPresent(superseded::add);
            }
        }
        Map<Phase, List<ConsumerRecord<String, byte[]>>> phases = new EnumMap<>(Phase.class);
        for (ConsumerRecord<String, byte[]> job : last.values()) {
            phases.computeIfAbsent(Phase.of(job.value()), phase -> new ArrayList<>()).add(job);
        }
        return new Batch(phases, superseded);
    }

    private static String key(ConsumerRecord<String, byte[]> job) {
        return String.valueOf(job.key());
    }

    /** The jobs of pages of documents, which come first. */
    List<ConsumerRecord<String, byte[]>> pages() {
        return phases.getOrDefault(Phase.DOCUMENTS, List.of());
    }

    /** The other jobs, phase by phase. */
    List<List<ConsumerRecord<String, byte[]>>> later() {
        return phases.entrySet().stream()
                .filter(each -> each.getKey() != Phase.DOCUMENTS)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The keys of {@link #later}. */
    Set<String> laterKeys() {
        Set<String> keys = new HashSet<>();
        later().forEach(phase -> phase.forEach(job -> keys.add(key(job))));
        return keys;
    }

    /** Whether one of its pages has one of these keys. */
    boolean hasPageOf(Set<String> keys) {
        return pages().stream().anyMatch(job -> keys.contains(key(job)));
    }
}

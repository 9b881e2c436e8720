package dev.pressline.local.cli;

import dev.pressline.local.deadletter.DeadLetter;
import dev.pressline.local.deadletter.Handling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts dead letters for people: those that wait by queue and reason, the others together. */
final class LetterCounts {

    private final Map<String, Map<String, Long>> waiting = new TreeMap<>();
    private final Map<Handling, Long> handled = new EnumMap<>(Handling.class);

    void add(DeadLetter letter, Optional<Handling> handling) {
        handling.ifPresentOrElse(
                done -> handled.merge(done, 1L, Long::sum),
                () ->
                        waiting.computeIfAbsent(letter.at().topic(), queue -> new TreeMap<>())
                                .merge(letter.reason(), 1L, Long::sum));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        waiting.forEach(
                (queue, reasons) ->
                        reasons.forEach(
                                (reason, count) ->
                                        lines.add(
                                                String.format(
                                                        "  %-42s %-24s %8s",
                                                        queue, reason, Texts.count(count)))));
        if (waiting.isEmpty()) {
            lines.add("  no dead letters");
        }
        if (!handled.isEmpty()) {
            lines.add("  done with: " + words(handled));
        }
        return lines;
    }

    /** Counts in words: {@code 3 replayed, 1 superseded}. */
    static String words(Map<Handling, Long> counts) {
        List<String> words = new ArrayList<>();
        counts.forEach((handling, count) -> words.add(Texts.count(count) + ' ' + handling));
        return String.join(", ", words);
    }
}

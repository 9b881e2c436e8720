package dev.pressline.local.deadletter;

import dev.pressline.contract.event.Topics;
import dev.pressline.local.watch.TopicReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything in the dead-letter queues at one moment. Immutable.
 *
 * @param letters by queue and key
 */
public record DeadLetters(List<DeadLetter> letters) {

    /** Takes a copy in a stable order. */
    public DeadLetters {
        letters =
                letters.stream()
                        .sorted(
                                Comparator.comparing((DeadLetter letter) -> letter.at().topic())
                                        .thenComparing(DeadLetter::key)
                                        .thenComparing(letter -> letter.at().offset()))
                        .toList();
    }

    /** Reads all queues of a cluster. */
    public static DeadLetters read(String bootstrapServers) {
        List<DeadLetter> letters = new ArrayList<>();
        TopicReader.read(
                bootstrapServers,
                Topics.DEAD_LETTERS,
                received -> letters.add(DeadLetter.of(received)));
        return new DeadLetters(letters);
    }

    /** How many there are for each reason, by queue. */
    public Map<String, Map<String, Long>> reasonsByQueue() {
        return letters.stream()
                .collect(
                        Collectors.groupingBy(
                                letter -> letter.at().topic(),
                                TreeMap::new,
                                Collectors.groupingBy(
                                        DeadLetter::reason, TreeMap::new, Collectors.counting())));
    }
}

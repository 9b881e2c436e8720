package dev.pressline.testing.faults.oracle;

import dev.pressline.contract.identifier.AtUri;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands. Immutable.
 *
 * @param objects the hash of every object of the site bucket by its key, or that it was not read
 * @param documents the version of each document that can be read as JSON
 * @param feeds the documents of each feed, in its order, by the folder of its channel
 * @param deadLetters every dead letter, as often as it was written
 */
public record Observation(
        SortedMap<String, String> objects,
        Map<AtUri, Standing.Present> documents,
        Map<String, List<AtUri>> feeds,
        List<Letter> deadLetters) {

    /** Takes copies. */
    public Observation {
        objects = new TreeMap<>(objects);
        documents = Map.copyOf(documents);
        feeds = Map.copyOf(feeds);
        deadLetters = List.copyOf(deadLetters);
    }

    /** A dead letter with its reason. */
    public record Letter(DeadLetterId id, String reason) {}
}

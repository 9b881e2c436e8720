package dev.pressline.testing.faults.oracle;

import dev.pressline.contract.identifier.AtUri;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must stand after an input. Immutable.
 *
 * @param records how each record stands
 * @param feeds the documents of each feed that has one, newest first, by the folder of its channel
 * @param deadLetters the reason of each dead letter
 */
public record Expectation(
        SortedMap<AtUri, Standing> records,
        SortedMap<String, List<AtUri>> feeds,
        SortedMap<DeadLetterId, String> deadLetters) {

    /** Takes copies. */
    public Expectation {
        records = new TreeMap<>(records);
        feeds = new TreeMap<>(feeds);
        deadLetters = new TreeMap<>(deadLetters);
    }

    /** The same, and dead letters of what was not on the input log. */
    public Expectation with(Map<DeadLetterId, String> others) {
        SortedMap<DeadLetterId, String> all = new TreeMap<>(deadLetters);
        all.putAll(others);
        return new Expectation(records, feeds, all);
    }
}

package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.oracle.DeadLetterId;
import dev.pressline.testing.faults.stream.Offering;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was handed in and accepted. Not thread-safe. */
public final class Handed {

    private final Set<String> versions = new HashSet<>();
    private long count;
    private final Map<DeadLetterId, String> refused = new HashMap<>();

    /** Nothing yet. */
    public Handed() {}

    /**
     * These were accepted, and {@code refused} must come of them besides what the input log tells.
     */
    public void add(List<Offering> offerings, Map<DeadLetterId, String> refused) {
        this.refused.putAll(refused);
        count += offerings.size();
        for (Offering offering : offerings) {
            if (offering instanceof Offering.Row row) {
                versions.add(version(row.uri().toString(), row.rev().value()));
            }
        }
    }

    /** A version of a record, as one text. */
    static String version(String key, String rev) {
        return key + '#' + rev;
    }

    /** Every version of a record that must be on the raw topic. */
    Set<String> versions() {
        return versions;
    }

    /** How many offerings there were. */
    public long offerings() {
        return count;
    }

    /** The dead letters that must be there besides those that the input log tells. */
    public Map<DeadLetterId, String> refused() {
        return refused;
    }
}

package dev.pressline.ingest.publish;

import dev.pressline.ingest.row.Row;
import java.util.ArrayList;
import java.util.List;

/** What became of the rows of one intake. Not thread-safe. */
public final class IntakeTally {

    /** The most rejected rows described. */
    public static final int MAX_DESCRIBED = 100;

    private final List<RejectedRow> described = new ArrayList<>();
    private long accepted;
    private long skipped;
    private long rejected;
    private long deadLettered;

    /**
     * What is wrong with one row.
     *
     * @param line its line, from 1
     * @param reason from the closed set of reasons
     * @param field where, as a JSON pointer; empty for the whole row
     * @param message in words
     */
    public record RejectedRow(long line, String reason, String field, String message) {}

    void accept() {
        accepted++;
    }

    void skip() {
        skipped++;
    }

    void reject(long line, Row.Rejected row, boolean isDeadLettered) {
        rejected++;
        deadLettered += isDeadLettered ? 1 : 0;
        if (described.size() < MAX_DESCRIBED) {
            described.add(new RejectedRow(line, row.reason().label(), row.field(), row.message()));
        }
    }

    /** Rows that the brokers have. */
    public long accepted() {
        return accepted;
    }

    /** Rows of collections that nobody asked for, or of what is refused here. */
    public long skipped() {
        return skipped;
    }

    /** Rows that can never be records. */
    public long rejected() {
        return rejected;
    }

    /** Those of them that went to the dead-letter queue. */
    public long deadLettered() {
        return deadLettered;
    }

    /** What is wrong with the first of them, {@value #MAX_DESCRIBED} at most. */
    public List<RejectedRow> described() {
        return List.copyOf(described);
    }
}

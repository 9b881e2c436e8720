package dev.pressline.local.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counts what became of imported records. Not thread-safe. */
public final class ImportTally {

    private static final int MAX_REPORTED = 100;

    private final List<Rejection> rejections = new ArrayList<>();
    private long read;
    private long accepted;
    private long skipped;
    private long deadLettered;

    /** Counts nothing yet. */
    public ImportTally() {}

    /**
     * A record that was rejected.
     *
     * @param file where it stands
     * @param line in that file, from 1
     * @param reason from a closed set
     * @param field where in the record, as a JSON pointer
     * @param message in words
     */
    public record Rejection(Path file, long line, String reason, String field, String message) {}

    void add(Path file, long firstLine, long records, Answer answer) {
        read += records;
        accepted += answer.accepted();
        skipped += answer.skipped();
        deadLettered += answer.deadLettered();
        for (Answer.RejectedRow row : answer.rejected()) {
            if (rejections.size() < MAX_REPORTED) {
                rejections.add(
                        new Rejection(
                                file,
                                firstLine + row.line() - 1,
                                row.reason(),
                                row.field(),
                                row.message()));
            }
        }
    }

    /** Records found in files. */
    public long read() {
        return read;
    }

    /** Records that the broker has. */
    public long accepted() {
        return accepted;
    }

    /** Records of collections that nobody asked for. */
    public long skipped() {
        return skipped;
    }

    /** Records that went to the dead-letter queue of ingest. */
    public long deadLettered() {
        return deadLettered;
    }

    /** What was wrong with the first hundred rejected records. */
    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }
}

package dev.pressline.ingest.backfill;

import dev.pressline.ingest.publish.Intake;
import dev.pressline.ingest.row.Row;

/** Hands rows to an intake and says how many the brokers have. Not thread-safe. */
final class IntakeProgress {

    private final Intake intake;
    private final Progress progress;
    private long line;
    private long accepted;
    private long rejected;

    IntakeProgress(Intake intake, Progress progress) {
        this.intake = intake;
        this.progress = progress;
    }

    void take(Row row, byte[] bytes) {
        if (intake.take(++line, row, bytes)) {
            told();
        }
    }

    /** Says that what was taken in so far is published; returns how much of it was rejected. */
    long published() {
        intake.flush();
        long before = rejected;
        told();
        return rejected - before;
    }

    private void told() {
        progress.published(
                intake.tally().accepted() - accepted, intake.tally().rejected() - rejected);
        accepted = intake.tally().accepted();
        rejected = intake.tally().rejected();
    }

    /** Says that what was taken in since the last word is published, and was deletions. */
    void deleted() {
        intake.flush();
        progress.deleted(intake.tally().accepted() - accepted);
        accepted = intake.tally().accepted();
    }
}

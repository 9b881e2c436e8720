package dev.pressline.ingest.backfill;

import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.backfill.BackfillState.RefusedCollection;
import dev.pressline.kit.failure.InfrastructureException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Says how far one backfill is, and what it waits for. Thread-safe. */
final class Progress {

    private final Consumer<UnaryOperator<BackfillState>> state;

    /** Tells of changes to {@code state}. */
    Progress(Consumer<UnaryOperator<BackfillState>> state) {
        this.state = state;
    }

    void in(Phase phase, String detail) {
        state.accept(before -> before.in(phase, detail));
    }

    void published(long records, long rejected) {
        state.accept(before -> before.plus(records, rejected));
    }

    void deleted(long records) {
        state.accept(before -> before.plusDeleted(records));
    }

    /** Says that the work goes on. */
    void working() {
        state.accept(UnaryOperator.identity());
    }

    void refused(String collection, String why) {
        state.accept(before -> before.without(new RefusedCollection(collection, why)));
    }

    /** Counts from zero again. */
    void anew(Phase phase, String detail) {
        state.accept(before -> BackfillState.begun(before.repo()).in(phase, detail));
    }

    /** Asks once; where nobody answers, says so and throws {@link InfrastructureException}. */
    <T> T ask(String what, Supplier<T> question) {
        working();
        try {
            return question.get();
        } catch (InfrastructureException e) {
            state.accept(before -> before.waiting("waiting, " + what + ": " + e.getMessage()));
            throw e;
        }
    }
}

package dev.pressline.ingest.backfill;

import dev.pressline.ingest.backfill.BackfillState.Phase;
import dev.pressline.ingest.backfill.BackfillState.RefusedCollection;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.InfrastructureException;
import dev.pressline.kit.failure.Retry;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Says how far one backfill is, and waits visibly for what does not answer. */
final class Progress {

    private final Consumer<UnaryOperator<BackfillState>> state;
    private final Retry retry;

    /** Tells of changes to {@code state}; waits as {@code backoff} says. */
    Progress(Consumer<UnaryOperator<BackfillState>> state, Backoff backoff) {
        this.state = state;
        this.retry = new Retry(backoff, () -> {});
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

    /** Asks again, for ever, while nobody answers, and says why it waits. */
    <T> T ask(String what, Supplier<T> question) {
        return retry.whileDown(what, () -> once(what, question));
    }

    private <T> T once(String what, Supplier<T> question) {
        working();
        try {
            return question.get();
        } catch (InfrastructureException e) {
            state.accept(before -> before.waiting("waiting, " + what + ": " + e.getMessage()));
            throw e;
        }
    }
}

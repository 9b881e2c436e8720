package dev.pressline.render.index;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Whether a part of a task has something to print, or has printed what nobody sees yet: jobs are
 * seen when their transaction is committed, and what they were made from may have been committed
 * before. Until then the part is pending. Not thread-safe.
 */
final class Unfinished {

    private final ProcessorContext<?, ?> context;
    private final PendingWork pending;
    private final String part;
    private State state = State.MARKED;

    private enum State {
        /** Something is to be printed. */
        MARKED,
        /** All is printed; a commit is asked for. */
        PRINTED,
        /** All is printed, and committed. */
        COMMITTED
    }

    /** Begins with what an earlier owner of the task may have left. */
    Unfinished(ProcessorContext<?, ?> context, PendingWork pending, String part) {
        this.context = context;
        this.pending = pending;
        this.part = context.taskId() + part;
        marked();
    }

    /** Something came that is to be printed. */
    void marked() {
        become(State.MARKED);
    }

    /** What was marked is printed; where nothing is left, that ends with a commit of its own. */
    void printed(boolean isSomethingLeft) {
        if (isSomethingLeft) {
            marked();
        } else if (state == State.MARKED) {
            become(State.PRINTED);
            context.commit();
        }
    }

    /** The next look begins: between two of them is a commit that was asked for. */
    void looked() {
        if (state == State.PRINTED) {
            become(State.COMMITTED);
        }
    }

    private void become(State next) {
        state = next;
        pending.set(part, next == State.COMMITTED ? 0 : 1);
    }

    /** The task ends here. */
    void end() {
        pending.forget(part);
    }
}

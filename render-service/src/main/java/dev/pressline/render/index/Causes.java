package dev.pressline.render.index;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.job.PrintJob;
import java.util.Optional;

/**
 * The causes of what is to be printed, kept with its marks until it is: of several for one document
 * the first, so that its age is that of what has waited longest. A view of a {@link SortedStore};
 * not thread-safe.
 */
final class Causes {

    /** With what the keys of all causes begin. */
    static final String CAUSE = "w";

    private final SortedStore store;

    Causes(SortedStore store) {
        this.store = store;
    }

    /** An event has changed a document. */
    void note(AtUri document, Cause cause) {
        String key = CAUSE + ObjectKeys.document(document);
        if (cause.isTold() && store.get(key).isEmpty()) {
            store.put(key, cause.bytes());
        }
    }

    /** Takes the cause of a job, which is then forgotten. */
    Optional<Cause> take(PrintJob job) {
        String key = CAUSE + job.folder();
        Optional<Cause> cause = store.get(key).map(Cause::read);
        if (cause.isPresent()) {
            store.delete(key);
        }
        return cause;
    }
}

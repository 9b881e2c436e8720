package dev.pressline.render.index;

import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.DirectoryEntry;
import dev.pressline.render.job.DirectoryKey;
import dev.pressline.render.job.PrintJob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The publications of the whole site. They are printed when one comes, goes, or is called
 * otherwise, never because of a document. A view of a store that it shares; not thread-safe.
 */
final class DirectoryIndex {

    /** The most publications that are printed. */
    static final int MOST = 10_000;

    private static final String MARK = "directory";
    private static final byte[] CHANGED = {1};
    private static final byte[] PRINTED = {2};

    private final SortedStore store;

    /** Whether a publication has to leave, which never waits; so after a restart as well. */
    private boolean urgent = true;

    DirectoryIndex(SortedStore store) {
        this.store = store;
    }

    /**
     * Takes in what a publication is called now, empty when it is not to be found; returns whether
     * that is new.
     */
    boolean place(DirectoryKey key, Optional<byte[]> value) {
        Optional<byte[]> before = store.get(key.text());
        boolean isSame =
                before.isPresent() == value.isPresent()
                        && before.filter(old -> !Arrays.equals(old, value.orElseThrow())).isEmpty();
        if (isSame) {
            return false;
        }
        value.ifPresentOrElse(
                bytes -> store.put(key.text(), bytes), () -> store.delete(key.text()));
        store.put(MARK, CHANGED);
        urgent |= value.isEmpty();
        return true;
    }

    /** Whether something must no longer be seen. */
    boolean isUrgent() {
        return urgent;
    }

    /** There is a site, be it without publications. */
    void begin() {
        if (store.get(MARK).isEmpty()) {
            store.put(MARK, CHANGED);
        }
    }

    /** Whether the directory is to be printed. */
    boolean isMarked() {
        return store.get(MARK).filter(mark -> Arrays.equals(mark, CHANGED)).isPresent();
    }

    /** Emits the job of the directory if it is to be printed. */
    void flush(Consumer<PrintJob> jobs) {
        urgent = false;
        if (isMarked()) {
            List<DirectoryEntry> entries = new ArrayList<>();
            store.visit(
                    new DirectoryKey("").text(),
                    MOST + 1,
                    (key, value) -> entries.add(ContractJson.read(DirectoryEntry.class, value)));
            boolean isCut = entries.size() > MOST;
            jobs.accept(
                    new PrintJob.PrintDirectory(
                            List.copyOf(isCut ? entries.subList(0, MOST) : entries), isCut));
            store.put(MARK, PRINTED);
        }
    }
}

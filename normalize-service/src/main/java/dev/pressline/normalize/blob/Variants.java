package dev.pressline.normalize.blob;

import dev.pressline.contract.document.Blob;
import dev.pressline.contract.document.BlobState;
import dev.pressline.contract.document.Variant;
import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.NewObject;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.normalize.image.ImageHeader.Dimensions;
import dev.pressline.normalize.image.VariantPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The narrower copies of pictures: made one picture at a time, apart from the way of documents.
 * That they are there is noted in the private bucket behind them, so that no document names a copy
 * that cannot be read. What is lost in a crash or finds the queue full is asked for again when its
 * document is looked at again. Thread-safe.
 */
public final class Variants implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Variants.class);

    /** The most pictures that wait. */
    private static final int MOST_WAITING = 1_000;

    /** Goes up when the copies of the same picture change, so that they are made anew. */
    private static final String MADE_BY = "1";

    private final ObjectStore store;
    private final String notes;
    private final VariantMaker maker;
    private final Set<Wanted> wanted = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor worker;

    private record Wanted(Did did, Cid cid) {}

    /** Notes in the bucket {@code notes} what {@code maker} has made. */
    Variants(ObjectStore store, String notes, VariantMaker maker) {
        this.store = store;
        this.notes = notes;
        this.maker = maker;
        this.worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(MOST_WAITING),
                        task -> Thread.ofPlatform().name("variants").daemon().unstarted(task));
    }

    /** Copies of what is in the bucket {@code site}, by way of files in {@code spools}. */
    public static Variants of(ObjectStore store, String site, String notes, SpoolDirectory spools) {
        return new Variants(store, notes, new VariantMaker(store, site, spools));
    }

    /** The number of pictures that wait for their copies here. */
    public int waiting() {
        return wanted.size();
    }

    /** The folder of an account's notes in their private bucket, with its trailing slash. */
    static String notes(Did did) {
        return "variants/" + did + '/';
    }

    private static String noteKey(Did did, Cid cid) {
        return notes(did) + cid;
    }

    /**
     * The copies of a blob, none when it gets none; empty while they are to be made, which this
     * call sees to.
     */
    public Optional<List<Variant>> find(Did did, Blob blob) {
        Optional<Dimensions> size = size(blob);
        if (size.isEmpty() || VariantPlan.widths(blob.mimeType(), size.get()).isEmpty()) {
            return Optional.of(List.of());
        }
        Optional<List<Variant>> made = noted(did, blob.cid());
        Wanted now = new Wanted(did, blob.cid());
        if (made.isEmpty() && wanted.add(now) && !isQueued(() -> make(now, blob, size.get()))) {
            wanted.remove(now);
        }
        return made;
    }

    private static Optional<Dimensions> size(Blob blob) {
        return blob.state() == BlobState.STORED
                ? blob.width().flatMap(w -> blob.height().map(h -> new Dimensions(w, h)))
                : Optional.empty();
    }

    private boolean isQueued(Runnable task) {
        try {
            worker.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private void make(Wanted picture, Blob blob, Dimensions size) {
        try {
            maker.make(picture.did(), blob, size).ifPresent(made -> note(picture, made));
        } catch (RuntimeException e) {
            LOG.warnf("no narrower copies of %s yet: %s", picture.cid(), e.toString());
        } finally {
            wanted.remove(picture);
        }
    }

    /** What is noted: which version of ours made which copies. */
    private record Note(String madeBy, List<Variant> variants) {}

    private void note(Wanted picture, List<Variant> made) {
        byte[] json = ContractJson.write(Note.class, new Note(MADE_BY, made));
        store.put(
                notes,
                NewObject.of(noteKey(picture.did(), picture.cid()), json, "application/json"));
    }

    private Optional<List<Variant>> noted(Did did, Cid cid) {
        return store.get(notes, noteKey(did, cid))
                .map(json -> ContractJson.read(Note.class, json))
                .filter(note -> note.madeBy().equals(MADE_BY))
                .map(Note::variants);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}

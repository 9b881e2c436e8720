package dev.pressline.render.index;

import dev.pressline.contract.identifier.AtUri;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The documents that have to be printed, kept until they are: a view of a {@link SortedStore}. Not
 * thread-safe.
 */
final class Marks {

    private static final char CHANGED = 'd';
    private static final char NEIGHBOUR = 'n';

    /** With what the keys of all marks begin. */
    static final String LETTERS = "" + CHANGED + NEIGHBOUR;

    private static final byte[] MARK = {1};
    private static final byte[] MARK_OF_NEW = {2};

    private final SortedStore store;

    /**
     * The neighbours of what left; in memory alone, since after a start all are printed at once.
     */
    private final Set<AtUri> left = new LinkedHashSet<>();

    Marks(SortedStore store) {
        this.store = store;
    }

    /** A document that changed; {@code isNew} when nothing was ever known of it. */
    void changed(AtUri uri, boolean isNew) {
        put(CHANGED, uri.toString(), isNew ? MARK_OF_NEW : MARK);
    }

    /** A document whose neighbours changed. */
    void neighbour(AtUri uri) {
        put(NEIGHBOUR, uri.toString(), MARK);
    }

    /** A document beside one that must no longer be seen. */
    void leftNeighbour(AtUri uri) {
        neighbour(uri);
        left.add(uri);
    }

    private void put(char kind, String what, byte[] mark) {
        if (store.get(kind + what).isEmpty()) {
            store.put(kind + what, mark);
        }
    }

    List<AtUri> changed() {
        return read(CHANGED).stream().map(AtUri::parse).toList();
    }

    List<AtUri> neighbours() {
        return read(NEIGHBOUR).stream().map(AtUri::parse).toList();
    }

    List<AtUri> leftNeighbours() {
        return List.copyOf(left);
    }

    boolean isNew(AtUri uri) {
        return store.get(CHANGED + uri.toString())
                .filter(mark -> Arrays.equals(mark, MARK_OF_NEW))
                .isPresent();
    }

    private List<String> read(char kind) {
        List<String> marked = new ArrayList<>();
        store.visit(
                String.valueOf(kind),
                Integer.MAX_VALUE,
                (key, mark) -> marked.add(key.substring(1)));
        return marked;
    }

    /** The page of a document is printed, or removed. */
    void forget(AtUri uri) {
        delete(CHANGED, uri.toString());
        delete(NEIGHBOUR, uri.toString());
        left.remove(uri);
    }

    private void delete(char kind, String what) {
        if (store.get(kind + what).isPresent()) {
            store.delete(kind + what);
        }
    }
}

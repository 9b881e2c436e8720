package dev.pressline.normalize.part;

import dev.pressline.contract.identifier.Did;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;

/**
 * The object keys that each account has, read from the store once and then kept up: what is not
 * here need not be asked for. Holds the accounts used last, about {@value #MOST} keys together.
 * Thread-safe.
 */
final class KnownKeys {

    /** The most keys kept, but for those of one account. */
    private static final int MOST = 500_000;

    /** What an account without keys counts for. */
    private static final int EMPTY = 4;

    private final Function<Did, List<String>> list;
    private final Map<Did, NavigableSet<String>> accounts = new LinkedHashMap<>(16, 0.75f, true);
    private int size;

    /** Keys that {@code list} reads from the store. */
    KnownKeys(Function<Did, List<String>> list) {
        this.list = list;
    }

    /** Whether an account has a key. */
    boolean has(Did did, String key) {
        return of(did).contains(key);
    }

    /** The first {@code most} keys of an account that begin so, in order. */
    List<String> startingWith(Did did, String prefix, int most) {
        List<String> found = new ArrayList<>();
        for (String key : of(did).tailSet(prefix)) {
            if (!key.startsWith(prefix) || found.size() == most) {
                break;
            }
            found.add(key);
        }
        return found;
    }

    /** Notes that an account has a key now. */
    void add(Did did, String key) {
        if (of(did).add(key)) {
            grow(1);
        }
    }

    private NavigableSet<String> of(Did did) {
        synchronized (accounts) {
            NavigableSet<String> known = accounts.get(did);
            if (known != null) {
                return known;
            }
        }
        NavigableSet<String> read = new ConcurrentSkipListSet<>(list.apply(did));
        synchronized (accounts) {
            NavigableSet<String> known = accounts.putIfAbsent(did, read);
            if (known != null) {
                return known;
            }
        }
        grow(read.size() + EMPTY);
        return read;
    }

    private void grow(int by) {
        synchronized (accounts) {
            size += by;
            Iterator<NavigableSet<String>> eldest = accounts.values().iterator();
            for (int left = accounts.size(); size > MOST && left > 1; left--) {
                size -= eldest.next().size() + EMPTY;
                eldest.remove();
            }
        }
    }

    /** Forgets everything: others may have written meanwhile. */
    void clear() {
        synchronized (accounts) {
            accounts.clear();
            size = 0;
        }
    }
}

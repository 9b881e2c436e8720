package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The publications and accounts whose documents have to be looked at one by one, since something
 * has changed that all of them show, and how far each of these sweeps is. It is kept with the
 * marks, so that a sweep goes on after a restart; one that is begun again begins anew. Not
 * thread-safe.
 */
final class Sweeps {

    /** With what the keys of all sweeps begin. */
    static final String SWEEP = "s";

    private static final String FIRST = SWEEP + '0';
    private static final String LATER = SWEEP + '1';

    private final AccountIndex.Stores stores;

    Sweeps(AccountIndex.Stores stores) {
        this.stores = stores;
    }

    /**
     * Has all documents of a publication, or all records of an account, looked at; {@code first}
     * before those of others. Returns them where they are few, at most {@code few}: then no sweep
     * is needed.
     */
    List<AtUri> begin(EventKey of, boolean first, int few) {
        remove((first ? LATER : FIRST) + of.text());
        Sweep sweep = new Sweep((first ? FIRST : LATER) + of.text(), of, "");
        stores.marks().put(sweep.key(), new byte[0]);
        List<AtUri> records = advance(sweep, few);
        if (stores.marks().get(sweep.key()).isPresent()) {
            stores.marks().put(sweep.key(), new byte[0]);
            return List.of();
        }
        return records;
    }

    private void remove(String key) {
        if (stores.marks().get(key).isPresent()) {
            stores.marks().delete(key);
        }
    }

    /** How many sweeps are under way. */
    int count() {
        List<String> keys = new ArrayList<>();
        stores.marks().visit(SWEEP, Integer.MAX_VALUE, (key, at) -> keys.add(key));
        return keys.size();
    }

    /** Whose records are looked at next. */
    Optional<EventKey> current() {
        return first().map(Sweep::of);
    }

    /** The next records to look at, at most {@code most}; those are then taken as done. */
    List<AtUri> next(int most) {
        return first().map(sweep -> advance(sweep, most)).orElse(List.of());
    }

    private record Sweep(String key, EventKey of, String at) {}

    private Optional<Sweep> first() {
        List<Sweep> first = new ArrayList<>();
        stores.marks()
                .visit(
                        SWEEP,
                        1,
                        (key, at) ->
                                first.add(
                                        new Sweep(
                                                key,
                                                EventKey.parse(key.substring(FIRST.length())),
                                                new String(at, UTF_8))));
        return first.stream().findFirst();
    }

    private List<AtUri> advance(Sweep sweep, int most) {
        List<AtUri> records = new ArrayList<>();
        Optional<String> at = following(sweep.of(), sweep.at());
        String last = sweep.at();
        while (at.isPresent() && records.size() < most) {
            last = at.get();
            records.add(record(sweep.of(), last));
            at = following(sweep.of(), last);
        }
        if (at.isPresent()) {
            stores.marks().put(sweep.key(), last.getBytes(UTF_8));
        } else {
            stores.marks().delete(sweep.key());
        }
        return records;
    }

    /** The key behind another, or the first, among all that a sweep looks at. */
    private Optional<String> following(EventKey of, String at) {
        return switch (of) {
            case EventKey.OfRecord(AtUri uri) ->
                    following(stores.order(), OrderKey.prefix(uri.toString()), at);
            case EventKey.OfAccount(Did did) ->
                    following(stores.records(), AtUri.SCHEME + did + '/', at);
        };
    }

    private static Optional<String> following(SortedStore store, String prefix, String at) {
        return store.after(prefix, at.isEmpty() ? prefix : at);
    }

    private static AtUri record(EventKey of, String key) {
        return switch (of) {
            case EventKey.OfRecord publication -> OrderKey.uri(key);
            case EventKey.OfAccount account -> AtUri.parse(key);
        };
    }
}

package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.render.job.DirectoryEntry;
import dev.pressline.render.job.DirectoryKey;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.Subscribed;
import dev.pressline.render.job.SubscriptionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The publications that each account subscribes to, as far as the directory holds them. A list is
 * printed when a subscription of its account changes, or a publication it may name comes, goes, or
 * is called otherwise. A view of the store of the {@link DirectoryIndex}; not thread-safe.
 */
final class SubscriptionLists {

    /** The most subscriptions of an account that are looked at: the newest by their record keys. */
    static final int MOST = 1_000;

    /** The most lists that are printed, and subscribers that are looked at, at a time. */
    static final int AT_A_TIME = 100;

    private static final String SUBSCRIBER = "subscriber|";
    private static final String MARKED = "subscriptions-marked|";
    private static final String SWEEP = "subscribers-swept|";
    private static final String PRINTED = "subscriptions-printed|";
    private static final char SEPARATOR = '|';
    private static final byte[] YES = {1};

    private final SortedStore store;

    SubscriptionLists(SortedStore store) {
        this.store = store;
    }

    /** Takes in a subscription as it is now, empty when there is none to be seen. */
    void place(SubscriptionKey key, Optional<byte[]> value) {
        Optional<byte[]> before = store.get(key.text());
        if (before.isPresent() == value.isPresent()
                && before.filter(old -> !Arrays.equals(old, value.orElseThrow())).isEmpty()) {
            return;
        }
        before.ifPresent(old -> store.delete(subscriber(key, read(old))));
        value.ifPresentOrElse(
                now -> {
                    store.put(subscriber(key, read(now)), YES);
                    store.put(key.text(), now);
                },
                () -> store.delete(key.text()));
        mark(key.uri().did());
    }

    private static Subscribed read(byte[] value) {
        return ContractJson.read(Subscribed.class, value);
    }

    private static String subscriber(SubscriptionKey key, Subscribed subscribed) {
        return subscribers(ObjectKeys.publication(subscribed.publication())) + key.uri();
    }

    /** What the keys of those begin with who subscribe to what is printed in a folder. */
    private static String subscribers(String folder) {
        return SUBSCRIBER + folder + SEPARATOR;
    }

    private void mark(Did did) {
        store.put(MARKED + did, YES);
    }

    /** A publication has come into the directory, has left it, or is called otherwise there. */
    void changed(DirectoryKey key) {
        String subscribers = subscribers(key.folder());
        if (store.after(subscribers, subscribers).isPresent()) {
            store.put(SWEEP + key.folder(), new byte[0]);
        }
    }

    /** Emits the jobs of some of the lists to be printed; returns whether there are more. */
    boolean flush(Consumer<PrintJob> jobs) {
        sweep();
        for (String did : some(MARKED, "", AT_A_TIME)) {
            print(Did.parse(did), jobs);
            store.delete(MARKED + did);
        }
        return !some(MARKED, "", 1).isEmpty() || !some(SWEEP, "", 1).isEmpty();
    }

    /** What follows a prefix in some of the keys behind another one. */
    private List<String> some(String prefix, String behind, int limit) {
        List<String> found = new ArrayList<>();
        store.visitBetween(
                prefix + behind,
                prefix + Character.MAX_VALUE,
                limit,
                (key, value) -> found.add(key.substring(prefix.length())));
        return found;
    }

    /** Marks the lists of some of those who subscribe to publications that have changed. */
    private void sweep() {
        int left = AT_A_TIME;
        List<String> folders = some(SWEEP, "", AT_A_TIME);
        for (int i = 0; i < folders.size() && left > 0; i++) {
            left -= sweep(folders.get(i), left);
        }
    }

    private int sweep(String folder, int most) {
        String at = store.get(SWEEP + folder).map(bytes -> new String(bytes, UTF_8)).orElse("");
        List<String> subscriptions = some(subscribers(folder), at, most);
        subscriptions.forEach(uri -> mark(AtUri.parse(uri).did()));
        if (subscriptions.size() < most) {
            store.delete(SWEEP + folder);
        } else {
            store.put(SWEEP + folder, subscriptions.getLast().getBytes(UTF_8));
        }
        return subscriptions.size();
    }

    private void print(Did did, Consumer<PrintJob> jobs) {
        List<Subscribed> newest = newest(did);
        List<Listed> listed =
                newest.stream().limit(MOST).flatMap(each -> listed(each).stream()).toList();
        if (!listed.isEmpty()) {
            store.put(PRINTED + did, YES);
            jobs.accept(job(did, listed, newest.size() > MOST));
        } else if (store.get(PRINTED + did).isPresent()) {
            store.delete(PRINTED + did);
            jobs.accept(new PrintJob.RemoveSubscriptions(did));
        }
    }

    private static PrintJob job(Did did, List<Listed> listed, boolean isCut) {
        List<DirectoryEntry> publications = listed.stream().map(Listed::entry).distinct().toList();
        Tid rev = listed.stream().map(Listed::rev).max(Comparator.naturalOrder()).orElseThrow();
        return new PrintJob.PrintSubscriptions(did, publications, rev, isCut);
    }

    /** A subscription to a publication of the directory. */
    private record Listed(Subscribed subscribed, DirectoryEntry entry) {

        /** The later of both versions. */
        Tid rev() {
            return subscribed.rev().compareTo(entry.rev()) > 0 ? subscribed.rev() : entry.rev();
        }
    }

    private Optional<Listed> listed(Subscribed subscribed) {
        DirectoryKey key = new DirectoryKey(ObjectKeys.publication(subscribed.publication()));
        return store.get(key.text())
                .map(entry -> ContractJson.read(DirectoryEntry.class, entry))
                .filter(entry -> entry.uri().equals(subscribed.publication()))
                .map(entry -> new Listed(subscribed, entry));
    }

    /** The newest subscriptions of an account, one more than are looked at. */
    private List<Subscribed> newest(Did did) {
        String prefix = SubscriptionKey.prefix(RecordKind.SUBSCRIPTION.prefix(did));
        List<Subscribed> newest = new ArrayList<>();
        Optional<String> key = store.before(prefix, prefix + Character.MAX_VALUE);
        while (key.isPresent() && newest.size() <= MOST) {
            store.get(key.get()).map(SubscriptionLists::read).ifPresent(newest::add);
            key = store.before(prefix, key.get());
        }
        return newest;
    }
}

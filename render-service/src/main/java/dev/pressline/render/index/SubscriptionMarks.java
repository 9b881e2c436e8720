package dev.pressline.render.index;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.render.job.Subscribed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The subscriptions of the accounts of one partition that changed, kept until the partition of the
 * lists is told. A view of a {@link SortedStore}; not thread-safe.
 */
final class SubscriptionMarks {

    /** With what the keys of all marks begin. */
    static final String MARK = "u";

    private static final byte[] MARKED = {1};

    private final SortedStore store;
    private final CurrentRecords records;

    SubscriptionMarks(SortedStore store, CurrentRecords records) {
        this.store = store;
        this.records = records;
    }

    /** A subscription has changed, or may be seen by others than before. */
    void changed(AtUri uri) {
        store.put(MARK + uri, MARKED);
    }

    /** Tells what became of each that is marked, nothing where it may not be seen. */
    void handOn(BiConsumer<AtUri, Optional<Subscribed>> told) {
        List<AtUri> marked = new ArrayList<>();
        store.visit(
                MARK,
                Integer.MAX_VALUE,
                (key, mark) -> marked.add(AtUri.parse(key.substring(MARK.length()))));
        for (AtUri uri : marked) {
            told.accept(uri, shown(uri));
            store.delete(MARK + uri);
        }
    }

    private Optional<Subscribed> shown(AtUri uri) {
        return records.subscription(uri)
                .filter(subscription -> isShown(uri))
                .flatMap(SubscriptionMarks::subscribed);
    }

    private boolean isShown(AtUri uri) {
        return !BareIdentity.isDerived(uri.did())
                && records.account(uri.did()).map(AccountState::active).orElse(true);
    }

    private static Optional<Subscribed> subscribed(Subscription subscription) {
        return subscription
                .publication()
                .map(publication -> new Subscribed(publication, subscription.rev()));
    }
}

package dev.pressline.render.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.document.Subscription;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.WrittenDocument;
import dev.pressline.render.page.ListingEntry;
import java.util.Optional;

/**
 * The newest version of each record, joined with its publication and the state of its account. What
 * channels show of documents is kept ready in memory, and so are publications and accounts, which
 * every document of theirs asks for, and the documents that came last, which are printed next. Not
 * thread-safe.
 */
final class CurrentRecords {

    private static final String DELETED = "deleted";
    private static final int ITEMS = 500;
    private static final int JOINED = 200;

    /** What documents that came last take as JSON, in bytes; as objects a few times as much. */
    private static final int RECENT_BYTES = 256 * 1024;

    private final SortedStore store;
    private final Cache<AtUri, Item> items =
            Caffeine.newBuilder().maximumSize(ITEMS).executor(Runnable::run).build();
    private final Cache<String, Optional<Normalized>> joined =
            Caffeine.newBuilder().maximumSize(JOINED).executor(Runnable::run).build();

    private final Cache<AtUri, Recent> recent =
            Caffeine.newBuilder()
                    .maximumWeight(RECENT_BYTES)
                    .<AtUri, Recent>weigher((uri, each) -> each.bytes())
                    .executor(Runnable::run)
                    .build();

    private record Recent(Document document, int bytes) {}

    CurrentRecords(SortedStore store) {
        this.store = store;
    }

    /** A document as it reads in its publication. */
    record Joined(Document document, Optional<Publication> publication) {}

    /** A document that is shown, joined; empty when it is hidden or not there. */
    Optional<Joined> shown(AtUri uri) {
        return document(uri).filter(this::isShown).map(this::joined);
    }

    private Joined joined(Document document) {
        Optional<Publication> publication =
                Joining.claimed(document).flatMap(this::shownPublication);
        Optional<AccountState> account = account(document.uri().did());
        return new Joined(Joining.joined(document, publication, account), publication);
    }

    boolean isShown(Document document) {
        return Visibility.isShown(document, account(document.uri().did()));
    }

    Optional<Publication> shownPublication(AtUri uri) {
        return publication(uri).filter(found -> Visibility.isShown(found, account(uri.did())));
    }

    /** What channels show of a document. */
    Optional<Item> item(AtUri uri) {
        Item ready = items.getIfPresent(uri);
        return ready != null
                ? Optional.of(ready)
                : document(uri)
                        .map(this::joined)
                        .map(joined -> keepReady(joined, WrittenDocument.of(joined.document())));
    }

    /** What channels show of a document that was just read and written, kept ready. */
    Item keepReady(Joined joined, WrittenDocument written) {
        Item item =
                new Item(
                        ListingEntry.of(joined.document(), joined.publication()),
                        Sha256.hex(written.json()));
        items.put(joined.document().uri(), item);
        return item;
    }

    /** Keeps the newest value of a key, read already. */
    void put(EventKey key, byte[] value, Normalized read) {
        forget(key);
        store.put(key.text(), value);
        if (key instanceof EventKey.OfRecord(AtUri uri) && read instanceof Document document) {
            recent.put(uri, new Recent(document, value.length));
        }
    }

    /** There is no value of a key any more. */
    void remove(EventKey key) {
        forget(key);
        store.delete(key.text());
    }

    private void forget(EventKey key) {
        joined.invalidate(key.text());
        if (key instanceof EventKey.OfRecord(AtUri uri)) {
            items.invalidate(uri);
            recent.invalidate(uri);
        }
    }

    /** A publication of an account has changed, or the account itself: its documents name them. */
    void changedForMany(Did did) {
        items.asMap().keySet().removeIf(uri -> uri.did().equals(did));
    }

    boolean contains(AtUri uri) {
        return store.get(uri.toString()).isPresent();
    }

    Optional<Document> document(AtUri uri) {
        return Optional.ofNullable(recent.getIfPresent(uri))
                .map(Recent::document)
                .or(() -> stored(uri));
    }

    private Optional<Document> stored(AtUri uri) {
        return read(uri.toString()).filter(Document.class::isInstance).map(Document.class::cast);
    }

    Optional<Publication> publication(AtUri uri) {
        return ready(uri.toString())
                .filter(Publication.class::isInstance)
                .map(Publication.class::cast);
    }

    Optional<Subscription> subscription(AtUri uri) {
        return read(uri.toString())
                .filter(Subscription.class::isInstance)
                .map(Subscription.class::cast);
    }

    /** Whether a record that is not shown will not be again, as far as anybody knows. */
    boolean isGone(AtUri uri) {
        return !contains(uri) || isDeleted(uri.did());
    }

    /** Whether nothing of an account is shown. */
    boolean isHidden(Did did) {
        return account(did).filter(state -> !state.active()).isPresent();
    }

    /** Whether an account is hidden and may come back. */
    boolean isPaused(Did did) {
        return account(did).filter(state -> !state.active()).isPresent() && !isDeleted(did);
    }

    /** Whether an account is deleted: what it had is gone for good. */
    boolean isDeleted(Did did) {
        return account(did)
                .filter(state -> !state.active())
                .flatMap(AccountState::status)
                .filter(DELETED::equals)
                .isPresent();
    }

    /** What is known of an account. */
    Optional<AccountState> account(Did did) {
        return ready(did.value())
                .filter(AccountState.class::isInstance)
                .map(AccountState.class::cast);
    }

    private Optional<Normalized> ready(String key) {
        return joined.get(key, this::read);
    }

    private Optional<Normalized> read(String key) {
        return store.get(key).map(ContractJson::read);
    }
}

package dev.pressline.render.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.document.Publication;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.event.VersionGuard;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.ListingEntry;
import dev.pressline.render.page.Neighbours;
import dev.pressline.render.page.PageLink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is published by the accounts of one partition: the version guard, the newest version of each
 * record, and the order of every channel. An event changes the state and marks what it touches;
 * {@link #flush} turns the marks into jobs, pages before channels before removals. So a burst
 * prints each page and channel a few times only, and what is printed last depends on the state
 * alone. Its state is in the stores. Not thread-safe.
 */
final class AccountIndex {

    /** The documents a channel shows and its feeds hold. */
    static final int WINDOW = 50;

    private static final int ITEMS = 500;
    private static final byte[] MARK = {1};

    private final Stores stores;
    private final Cache<AtUri, Item> items =
            Caffeine.newBuilder().maximumSize(ITEMS).executor(Runnable::run).build();

    /** Whether something has to leave channels, which never waits; so after a restart as well. */
    private boolean urgent = true;

    /**
     * The stores of the index.
     *
     * @param versions the guard: (rev, deleted) by key, outliving the record
     * @param records the newest normalized value by key
     * @param order the documents of each channel by {@link OrderKey}
     * @param places for each document the order keys under which it stands, one a line
     * @param marks what has to be printed: {@code d} + AT-URI of a document that changed, {@code n}
     *     + AT-URI of one whose neighbours did, {@code c} + channel
     */
    record Stores(
            SortedStore versions,
            SortedStore records,
            SortedStore order,
            SortedStore places,
            SortedStore marks) {}

    AccountIndex(Stores stores) {
        this.stores = stores;
    }

    /** How much a flush prints. */
    enum Extent {
        /** The pages of documents that changed; what else is marked stays so. */
        PAGES,
        /** Everything marked. */
        EVERYTHING
    }

    /** What an event did. */
    enum Outcome {
        CHANGED,
        UNCHANGED,
        STALE
    }

    /** Takes an event in; an empty value is a delete. */
    Outcome apply(EventKey key, VersionGuard.Version arriving, Optional<byte[]> value) {
        Optional<KnownVersion> known = stores.versions().get(key.text()).map(KnownVersion::read);
        KnownVersion version = new KnownVersion(arriving, value.map(Sha256::hex).orElse(""));
        switch (VersionGuard.compare(known.map(KnownVersion::version), arriving)) {
            case STALE -> {
                return Outcome.STALE;
            }
            case SAME -> {
                if (known.equals(Optional.of(version))) {
                    return Outcome.UNCHANGED;
                }
            }
            case NEWER -> {}
        }
        Optional<Normalized> parsed = value.map(ContractJson::read);
        stores.versions().put(key.text(), version.bytes());
        value.ifPresentOrElse(
                bytes -> stores.records().put(key.text(), bytes),
                () -> stores.records().delete(key.text()));
        urgent |= !parsed.map(Document.class::isInstance).orElse(false);
        touch(key, parsed);
        return Outcome.CHANGED;
    }

    private void touch(EventKey key, Optional<Normalized> value) {
        switch (key) {
            case EventKey.OfAccount account -> {
                items.invalidateAll();
                touchAll(account.did());
            }
            case EventKey.OfRecord(AtUri uri) -> {
                items.invalidate(uri);
                boolean isPublication =
                        value.map(v -> v instanceof Publication)
                                .orElse(uri.collection().name().equals("publication"));
                if (isPublication) {
                    touchPublication(uri);
                } else {
                    place(uri, value.filter(Document.class::isInstance).map(Document.class::cast));
                }
            }
        }
    }

    private void touchPublication(AtUri uri) {
        EventKey channel = new EventKey.OfRecord(uri);
        items.invalidateAll();
        markChannel(channel.text());
        List<AtUri> documents = new ArrayList<>();
        stores.order()
                .visit(
                        OrderKey.prefix(channel.text()),
                        Integer.MAX_VALUE,
                        (key, mark) -> documents.add(OrderKey.uri(key)));
        documents.forEach(this::place);
    }

    private void touchAll(Did did) {
        List<AtUri> uris = new ArrayList<>();
        stores.records()
                .visit(
                        AtUri.SCHEME + did + '/',
                        Integer.MAX_VALUE,
                        (key, value) -> uris.add(AtUri.parse(key)));
        for (AtUri uri : uris) {
            if (publication(uri).isPresent()) {
                markChannel(uri.toString());
            } else {
                place(uri);
            }
        }
    }

    private void place(AtUri uri) {
        place(uri, document(uri));
    }

    /**
     * Puts a document where it belongs now, and marks it, the channels it leaves or enters, and its
     * neighbours.
     */
    private void place(AtUri uri, Optional<Document> document) {
        Set<String> old = places(uri);
        Set<String> now = document.filter(this::isShown).map(this::placesOf).orElse(Set.of());
        for (String key : old) {
            if (!now.contains(key)) {
                markNeighbours(key);
                stores.order().delete(key);
            }
            markChannel(OrderKey.channel(key));
        }
        for (String key : now) {
            stores.order().put(key, MARK);
            markChannel(OrderKey.channel(key));
            markNeighbours(key);
        }
        if (now.isEmpty()) {
            urgent |= !old.isEmpty();
            stores.places().delete(uri.toString());
        } else {
            stores.places()
                    .put(
                            uri.toString(),
                            String.join("\n", now)
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        mark('d' + uri.toString());
    }

    private Set<String> places(AtUri uri) {
        return stores.places()
                .get(uri.toString())
                .map(
                        bytes ->
                                (Set<String>)
                                        new LinkedHashSet<>(
                                                List.of(
                                                        new String(
                                                                        bytes,
                                                                        java.nio.charset
                                                                                .StandardCharsets
                                                                                .UTF_8)
                                                                .split("\n"))))
                .orElse(Set.of());
    }

    private Set<String> placesOf(Document document) {
        Set<String> places = new LinkedHashSet<>();
        Joining.claimed(document)
                .ifPresent(
                        uri ->
                                places.add(
                                        OrderKey.of(
                                                uri.toString(),
                                                document.publishedAt(),
                                                document.uri())));
        if (!BareIdentity.isDerived(document.uri().did())) {
            places.add(
                    OrderKey.of(
                            document.uri().did().value(), document.publishedAt(), document.uri()));
        }
        return places;
    }

    private void markNeighbours(String key) {
        String prefix = OrderKey.prefix(OrderKey.channel(key));
        stores.order().before(prefix, key).ifPresent(each -> markNeighbour(prefix, each));
        stores.order().after(prefix, key).ifPresent(each -> markNeighbour(prefix, each));
    }

    /** Marks a document whose page leads to others of this channel: of its publication, if any. */
    private void markNeighbour(String prefix, String key) {
        AtUri uri = OrderKey.uri(key);
        boolean leadsElsewhere =
                prefix.startsWith("did:")
                        && places(uri).stream().anyMatch(place -> isShownChannel(place, uri.did()));
        if (!leadsElsewhere) {
            mark('n' + uri.toString());
        }
    }

    private boolean isShownChannel(String place, Did owner) {
        String channel = OrderKey.channel(place);
        return channel.startsWith(AtUri.SCHEME)
                && publication(AtUri.parse(channel))
                        .filter(p -> Visibility.isShown(p, account(owner)))
                        .isPresent();
    }

    private void markChannel(String channel) {
        mark('c' + channel);
    }

    private void mark(String mark) {
        if (stores.marks().get(mark).isEmpty()) {
            stores.marks().put(mark, MARK);
        }
    }

    /**
     * Emits the jobs for what is marked and forgets those marks; returns whether others are left.
     * Prints everything, whatever was asked for, when something must no longer be seen.
     */
    boolean flush(Extent asked, Consumer<PrintJob> jobs) {
        Extent extent = urgent ? Extent.EVERYTHING : asked;
        urgent = false;
        List<PrintJob> removals = new ArrayList<>();
        printDocuments('d', jobs, removals);
        if (extent == Extent.EVERYTHING) {
            printDocuments('n', jobs, removals);
            for (String channel : marked('c')) {
                channelJob(EventKey.parse(channel), jobs, removals::add);
                stores.marks().delete('c' + channel);
            }
        }
        removals.forEach(jobs);
        return !marked('n').isEmpty() || !marked('c').isEmpty();
    }

    private void printDocuments(char kind, Consumer<PrintJob> jobs, List<PrintJob> removals) {
        for (String uri : marked(kind)) {
            documentJob(AtUri.parse(uri), jobs, removals::add);
            stores.marks().delete(kind + uri);
            if (stores.marks().get('n' + uri).isPresent()) {
                stores.marks().delete('n' + uri);
            }
        }
    }

    private List<String> marked(char kind) {
        List<String> marked = new ArrayList<>();
        stores.marks()
                .visit(
                        String.valueOf(kind),
                        Integer.MAX_VALUE,
                        (key, mark) -> marked.add(key.substring(1)));
        return marked;
    }

    private void documentJob(AtUri uri, Consumer<PrintJob> print, Consumer<PrintJob> remove) {
        Optional<Document> document = document(uri).filter(this::isShown);
        if (document.isEmpty()) {
            remove.accept(
                    new PrintJob.RemoveDocument(
                            uri, stores.records().get(uri.toString()).isEmpty()));
            return;
        }
        Optional<Publication> publication = joined(document.get());
        Document effective =
                publication.map(p -> Joining.joined(document.get(), p)).orElse(document.get());
        items.put(uri, item(effective, publication));
        boolean listed = Visibility.isListed(effective, publication);
        print.accept(
                new PrintJob.PrintDocument(
                        effective, publication, neighbours(effective, publication), listed));
    }

    private Neighbours neighbours(Document document, Optional<Publication> publication) {
        String channel =
                publication.map(p -> p.uri().toString()).orElse(document.uri().did().value());
        String key = OrderKey.of(channel, document.publishedAt(), document.uri());
        String prefix = OrderKey.prefix(channel);
        return new Neighbours(
                stores.order().after(prefix, key).flatMap(this::link),
                stores.order().before(prefix, key).flatMap(this::link));
    }

    private Optional<PageLink> link(String orderKey) {
        AtUri uri = OrderKey.uri(orderKey);
        return item(uri).map(item -> new PageLink(uri, item.entry().title()));
    }

    private void channelJob(EventKey key, Consumer<PrintJob> print, Consumer<PrintJob> remove) {
        Optional<Channel> channel = channel(key);
        if (channel.isEmpty()) {
            remove.accept(new PrintJob.RemoveChannel(folder(key), true));
            return;
        }
        List<Item> window = new ArrayList<>();
        stores.order()
                .visit(
                        OrderKey.prefix(key.text()),
                        WINDOW,
                        (each, mark) -> item(OrderKey.uri(each)).ifPresent(window::add));
        print.accept(new PrintJob.PrintChannel(channel.get(), window));
    }

    private static String folder(EventKey channel) {
        return switch (channel) {
            case EventKey.OfAccount(Did did) -> ObjectKeys.author(did);
            case EventKey.OfRecord(AtUri uri) -> ObjectKeys.publication(uri);
        };
    }

    private Optional<Channel> channel(EventKey key) {
        return switch (key) {
            case EventKey.OfAccount(Did did) -> author(did).map(Channel.OfAuthor::new);
            case EventKey.OfRecord(AtUri uri) ->
                    publication(uri)
                            .filter(found -> Visibility.isShown(found, account(uri.did())))
                            .map(Channel.OfPublication::new);
        };
    }

    private Optional<Item> item(AtUri uri) {
        Item ready = items.getIfPresent(uri);
        if (ready != null) {
            return Optional.of(ready);
        }
        Optional<Item> made = document(uri).map(this::item);
        made.ifPresent(item -> items.put(uri, item));
        return made;
    }

    private Item item(Document document) {
        Optional<Publication> publication = joined(document);
        return item(
                publication.map(p -> Joining.joined(document, p)).orElse(document), publication);
    }

    private static Item item(Document effective, Optional<Publication> publication) {
        return new Item(
                ListingEntry.of(effective, publication), Sha256.hex(ContractJson.write(effective)));
    }

    /** The account as its newest document names it; empty when it has none to show. */
    private Optional<Author> author(Did did) {
        List<Author> authors = new ArrayList<>();
        stores.order()
                .visit(
                        OrderKey.prefix(did.value()),
                        1,
                        (key, mark) ->
                                item(OrderKey.uri(key))
                                        .ifPresent(item -> authors.add(author(did, item))));
        return authors.stream().findFirst();
    }

    private static Author author(Did did, Item item) {
        return item.entry().authors().stream()
                .filter(author -> author.did().equals(did))
                .findFirst()
                .orElse(new Author(did, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private boolean isShown(Document document) {
        return Visibility.isShown(document, account(document.uri().did()));
    }

    private Optional<Publication> joined(Document document) {
        return Joining.claimed(document)
                .flatMap(this::publication)
                .filter(p -> Visibility.isShown(p, account(p.uri().did())));
    }

    private Optional<Document> document(AtUri uri) {
        return read(uri.toString()).filter(Document.class::isInstance).map(Document.class::cast);
    }

    private Optional<Publication> publication(AtUri uri) {
        return read(uri.toString())
                .filter(Publication.class::isInstance)
                .map(Publication.class::cast);
    }

    private Optional<AccountState> account(Did did) {
        return read(did.value())
                .filter(AccountState.class::isInstance)
                .map(AccountState.class::cast);
    }

    private Optional<Normalized> read(String key) {
        return stores.records().get(key).map(ContractJson::read);
    }
}

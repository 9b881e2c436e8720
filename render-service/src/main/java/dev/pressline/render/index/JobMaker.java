package dev.pressline.render.index;

import dev.pressline.contract.document.Author;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.WrittenDocument;
import dev.pressline.render.page.Channel;
import dev.pressline.render.page.Neighbours;
import dev.pressline.render.page.PageLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes jobs of what is published now; they depend on the records and their order alone. */
final class JobMaker {

    private final CurrentRecords records;
    private final SortedStore order;
    private final Duplicates duplicates;

    JobMaker(CurrentRecords records, SortedStore order, Duplicates duplicates) {
        this.records = records;
        this.order = order;
        this.duplicates = duplicates;
    }

    /** The job of a document's page; {@code isNew} when it is printed for the first time. */
    PrintJob document(AtUri uri, boolean isNew) {
        return records.shown(uri)
                .map(joined -> shown(joined, isNew))
                .orElseGet(() -> new PrintJob.RemoveDocument(uri, isGone(uri)));
    }

    private PrintJob shown(CurrentRecords.Joined joined, boolean isNew) {
        AtUri uri = joined.document().uri();
        Optional<AtUri> target = duplicates.target(joined.document());
        if (target.isEmpty()) {
            return new PrintJob.RemoveDocument(uri, true);
        }
        return target.get().equals(uri)
                ? print(joined, isNew)
                : new PrintJob.MoveDocument(uri, target.get());
    }

    private PrintJob print(CurrentRecords.Joined joined, boolean isNew) {
        WrittenDocument written = WrittenDocument.of(joined.document());
        records.keepReady(joined, written);
        return new PrintJob.PrintDocument(
                written,
                joined.publication(),
                neighbours(joined),
                Visibility.isListed(joined.document(), joined.publication()),
                Optional.of(isNew));
    }

    private Neighbours neighbours(CurrentRecords.Joined joined) {
        AtUri uri = joined.document().uri();
        String channel =
                joined.publication().map(p -> p.uri().toString()).orElse(uri.did().value());
        String key = OrderKey.of(channel, joined.document().publishedAt(), uri);
        String prefix = OrderKey.prefix(channel);
        return new Neighbours(
                order.after(prefix, key).flatMap(this::link),
                order.before(prefix, key).flatMap(this::link));
    }

    private Optional<PageLink> link(String orderKey) {
        AtUri uri = OrderKey.uri(orderKey);
        return records.item(uri).map(item -> new PageLink(uri, item.entry().title()));
    }

    /** The job of a channel, named by its publication or account. */
    PrintJob channel(EventKey key) {
        return named(key)
                .<PrintJob>map(channel -> new PrintJob.PrintChannel(channel, window(key)))
                .orElseGet(() -> new PrintJob.RemoveChannel(folder(key), isGone(key)));
    }

    /** Whether what is not shown will not be again, as far as anybody knows. */
    private boolean isGone(EventKey channel) {
        return switch (channel) {
            case EventKey.OfAccount(Did did) -> !records.isPaused(did);
            case EventKey.OfRecord(AtUri uri) -> isGone(uri);
        };
    }

    private boolean isGone(AtUri uri) {
        return !records.contains(uri) || records.isDeleted(uri.did());
    }

    private List<Item> window(EventKey channel) {
        return newest(channel.text(), AccountIndex.WINDOW);
    }

    private List<Item> newest(String channel, int limit) {
        List<Item> newest = new ArrayList<>();
        order.visit(
                OrderKey.prefix(channel),
                limit,
                (key, mark) -> records.item(OrderKey.uri(key)).ifPresent(newest::add));
        return newest;
    }

    private static String folder(EventKey channel) {
        return switch (channel) {
            case EventKey.OfAccount(Did did) -> ObjectKeys.author(did);
            case EventKey.OfRecord(AtUri uri) -> ObjectKeys.publication(uri);
        };
    }

    private Optional<Channel> named(EventKey key) {
        return switch (key) {
            case EventKey.OfAccount(Did did) -> author(did).map(Channel.OfAuthor::new);
            case EventKey.OfRecord(AtUri uri) ->
                    records.shownPublication(uri).map(Channel.OfPublication::new);
        };
    }

    /** The account as its newest document names it; empty when it has none to show. */
    private Optional<Author> author(Did did) {
        return newest(did.value(), 1).stream().findFirst().map(item -> author(did, item));
    }

    private static Author author(Did did, Item item) {
        return item.entry().authors().stream()
                .filter(author -> author.did().equals(did))
                .findFirst()
                .orElse(new Author(did, Optional.empty(), Optional.empty(), Optional.empty()));
    }
}

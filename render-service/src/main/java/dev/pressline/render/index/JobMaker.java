package dev.pressline.render.index;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.render.job.PrintJob;
import dev.pressline.render.job.WrittenDocument;
import dev.pressline.render.page.Neighbours;
import dev.pressline.render.page.PageLink;
import java.util.Optional;

/** Makes the jobs of documents; they depend on the records and their order alone. */
final class JobMaker {

    private final CurrentRecords records;
    private final SortedStore order;
    private final Duplicates duplicates;
    private final Departures departures;

    JobMaker(
            CurrentRecords records,
            SortedStore order,
            Duplicates duplicates,
            Departures departures) {
        this.records = records;
        this.order = order;
        this.duplicates = duplicates;
        this.departures = departures;
    }

    /** The job of a document's page; {@code isNew} when it is printed for the first time. */
    PrintJob document(AtUri uri, boolean isNew) {
        return records.shown(uri)
                .map(joined -> shown(joined, isNew))
                .orElseGet(
                        () ->
                                new PrintJob.RemoveDocument(
                                        uri, records.isGone(uri), departures.of(uri)));
    }

    private PrintJob shown(CurrentRecords.Joined joined, boolean isNew) {
        AtUri uri = joined.document().uri();
        Optional<AtUri> target = duplicates.target(joined.document());
        if (target.isEmpty()) {
            return new PrintJob.RemoveDocument(uri, true, Optional.empty());
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
}

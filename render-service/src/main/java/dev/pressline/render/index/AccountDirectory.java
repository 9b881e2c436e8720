package dev.pressline.render.index;

import dev.pressline.contract.document.AccountState;
import dev.pressline.contract.document.Author;
import dev.pressline.contract.event.EventKey;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.render.job.Item;
import dev.pressline.render.page.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The channels of publications and accounts, by AT-URI and by DID. Not thread-safe. */
final class AccountDirectory implements ChannelJobs.Directory {

    private final CurrentRecords records;
    private final SortedStore order;

    AccountDirectory(CurrentRecords records, SortedStore order) {
        this.records = records;
        this.order = order;
    }

    @Override
    public Optional<Channel> channel(String id) {
        return switch (EventKey.parse(id)) {
            case EventKey.OfAccount(Did did) -> author(did).map(Channel.OfAuthor::new);
            case EventKey.OfRecord(AtUri uri) -> publication(uri);
        };
    }

    private Optional<Channel> publication(AtUri uri) {
        return records.shownPublication(uri).map(Channel.OfPublication::new);
    }

    /** The account as its newest document names it; empty when it has none to show. */
    private Optional<Author> author(Did did) {
        if (records.isHidden(did)) {
            return Optional.empty();
        }
        List<Item> newest = new ArrayList<>();
        order.visit(
                OrderKey.prefix(did.value()),
                1,
                (key, value) -> item(key, value).ifPresent(newest::add));
        return newest.stream().findFirst().map(item -> author(did, item));
    }

    private static Author author(Did did, Item item) {
        return item.entry().authors().stream()
                .filter(author -> author.did().equals(did))
                .findFirst()
                .orElseGet(() -> nameless(did));
    }

    private static Author nameless(Did did) {
        return new Author(did, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An account is called by its handle: its other names are in its documents. */
    @Override
    public Optional<Channel> archived(String id) {
        return switch (EventKey.parse(id)) {
            case EventKey.OfAccount(Did did) ->
                    author(did).map(author -> new Channel.OfAuthor(ofHandle(did)));
            case EventKey.OfRecord(AtUri uri) -> publication(uri);
        };
    }

    private Author ofHandle(Did did) {
        Optional<Handle> handle =
                records.account(did)
                        .flatMap(AccountState::handle)
                        .filter(each -> !each.equals(Handle.INVALID));
        return new Author(did, handle, Optional.empty(), Optional.empty());
    }

    @Override
    public String folder(String id) {
        return switch (EventKey.parse(id)) {
            case EventKey.OfAccount(Did did) -> ObjectKeys.author(did);
            case EventKey.OfRecord(AtUri uri) -> ObjectKeys.publication(uri);
        };
    }

    @Override
    public boolean isGone(String id) {
        return switch (EventKey.parse(id)) {
            case EventKey.OfAccount(Did did) -> !records.isPaused(did);
            case EventKey.OfRecord(AtUri uri) -> records.isGone(uri);
        };
    }

    @Override
    public Optional<Item> item(String key, byte[] value) {
        return records.item(OrderKey.uri(key));
    }
}

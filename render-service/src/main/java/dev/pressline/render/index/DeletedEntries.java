package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.render.feed.DeletedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents that are gone from channels for good, the newest {@value #KEPT} of each. A channel
 * is marked when they change. A view of the order of channels; not thread-safe.
 */
final class DeletedEntries {

    /** The most that a feed names. */
    static final int SHOWN = 10;

    /** The most that are kept, so that some may come back and the next ones are named. */
    static final int KEPT = 100;

    private static final String BY_REV = "~";
    private static final String BY_DOCUMENT = "-";
    private static final byte[] PLACED = {1};

    private final SortedStore order;
    private final ChannelMarks marks;

    DeletedEntries(SortedStore order, ChannelMarks marks) {
        this.order = order;
        this.marks = marks;
    }

    /**
     * A document is gone from a channel since {@code rev}; returns the document that is forgotten
     * for it, if there are too many, perhaps this one.
     */
    Optional<AtUri> put(String channel, AtUri uri, Tid rev) {
        if (!rev(channel, uri).equals(Optional.of(rev))) {
            remove(channel, uri);
            order.put(byDocument(channel, uri), rev.value().getBytes(UTF_8));
            order.put(byRev(channel, uri, rev), PLACED);
            marks.channel(channel);
        }
        return tooMany(channel);
    }

    /** A document is not gone from a channel, or is so no longer. */
    void remove(String channel, AtUri uri) {
        Optional<Tid> rev = rev(channel, uri);
        if (rev.isPresent()) {
            order.delete(byDocument(channel, uri));
            order.delete(byRev(channel, uri, rev.get()));
            marks.channel(channel);
        }
    }

    private Optional<AtUri> tooMany(String channel) {
        List<DeletedEntry> kept = newest(channel, KEPT + 1);
        if (kept.size() <= KEPT) {
            return Optional.empty();
        }
        AtUri oldest = kept.getLast().uri();
        remove(channel, oldest);
        return Optional.of(oldest);
    }

    /** What the feed of a channel names, newest first. */
    List<DeletedEntry> newest(String channel) {
        return newest(channel, SHOWN);
    }

    private List<DeletedEntry> newest(String channel, int most) {
        List<AtUri> documents = new ArrayList<>();
        order.visit(
                BY_REV + OrderKey.prefix(channel),
                most,
                (key, mark) -> documents.add(OrderKey.uri(key)));
        return documents.stream()
                .map(uri -> new DeletedEntry(uri, rev(channel, uri).orElseThrow()))
                .toList();
    }

    private Optional<Tid> rev(String channel, AtUri uri) {
        return order.get(byDocument(channel, uri)).map(rev -> Tid.parse(new String(rev, UTF_8)));
    }

    private static String byDocument(String channel, AtUri uri) {
        return BY_DOCUMENT + OrderKey.prefix(channel) + uri;
    }

    private static String byRev(String channel, AtUri uri, Tid rev) {
        return BY_REV + OrderKey.prefix(channel) + OrderKey.newestFirst(rev) + OrderKey.end(uri);
    }
}

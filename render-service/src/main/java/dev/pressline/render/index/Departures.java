package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Tid;
import dev.pressline.contract.identity.BareIdentity;
import dev.pressline.render.job.Departure;
import dev.pressline.render.page.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The documents that are deleted, or hidden by their own labels, and where each was in its last
 * version: there its {@link DeletedEntries} stand. What is kept depends on the versions alone, in
 * whichever order they came. A view of the places of documents; not thread-safe.
 */
final class Departures {

    private static final String MARK = "~";
    private static final String NONE = "";

    private final SortedStore places;
    private final DeletedEntries deletedEntries;

    Departures(SortedStore places, DeletedEntries deletedEntries) {
        this.places = places;
        this.deletedEntries = deletedEntries;
    }

    /**
     * Where a document was.
     *
     * @param written the last version that had a text
     * @param left the version that deleted or hid it
     * @param publication the publication that it claimed
     * @param tags its tags, if it could be listed beside the documents of others; else empty
     */
    private record Last(
            Tid written, Tid left, Optional<AtUri> publication, Optional<List<Tag>> tags) {

        static Last of(Document document, Tid left) {
            return new Last(
                    document.rev(),
                    left,
                    Joining.claimed(document),
                    Optional.of(document)
                            .filter(each -> Visibility.isListed(each, Optional.empty()))
                            .map(each -> Tag.of(each.tags())));
        }

        Last leftWith(Tid rev) {
            return new Last(written, rev, publication, tags);
        }

        /** Whether both say the same, whichever version of the document said it. */
        boolean saysTheSameAs(Last other) {
            return left.equals(other.left)
                    && publication.equals(other.publication)
                    && tags.equals(other.tags);
        }

        Set<String> channels(AtUri uri) {
            Set<String> channels = new LinkedHashSet<>();
            publication.map(AtUri::toString).ifPresent(channels::add);
            if (!BareIdentity.isDerived(uri.did())) {
                channels.add(uri.did().value());
            }
            return channels;
        }

        byte[] bytes() {
            List<String> lines = new ArrayList<>();
            lines.add(written.value());
            lines.add(left.value());
            lines.add(publication.map(AtUri::toString).orElse(NONE));
            lines.add(tags.isPresent() ? "listed" : NONE);
            tags.ifPresent(each -> each.forEach(tag -> lines.add(tag.name())));
            return String.join("\n", lines).getBytes(UTF_8);
        }

        static Last read(byte[] bytes) {
            List<String> lines = List.of(new String(bytes, UTF_8).split("\n", -1));
            return new Last(
                    Tid.parse(lines.get(0)),
                    Tid.parse(lines.get(1)),
                    Optional.of(lines.get(2)).filter(uri -> !uri.isEmpty()).map(AtUri::parse),
                    Optional.of(lines.subList(4, lines.size()))
                            .filter(tags -> !lines.get(3).isEmpty())
                            .map(tags -> tags.stream().map(Tag::new).toList()));
        }
    }

    /**
     * A document is deleted or hides itself since {@code rev}; {@code last} is how it was known.
     */
    void left(AtUri uri, Tid rev, Optional<Document> last) {
        last.map(document -> Last.of(document, rev))
                .or(() -> last(uri).map(known -> known.leftWith(rev)))
                .ifPresent(now -> replace(uri, Optional.of(now)));
    }

    /** A document is there to be read. */
    void returned(AtUri uri) {
        replace(uri, Optional.empty());
    }

    /**
     * A version of a document comes later than the one that deleted it; returns whether it tells
     * anything new of where the document was.
     */
    boolean late(Document older, Tid left) {
        Optional<Last> known = last(older.uri());
        Last now = Last.of(older, left);
        if (known.filter(each -> each.written().compareTo(now.written()) >= 0).isPresent()) {
            return false;
        }
        replace(older.uri(), Optional.of(now));
        return known.filter(now::saysTheSameAs).isEmpty();
    }

    private void replace(AtUri uri, Optional<Last> now) {
        Optional<Last> before = last(uri);
        Set<String> after = now.map(last -> last.channels(uri)).orElse(Set.of());
        before.map(last -> last.channels(uri)).stream()
                .flatMap(Set::stream)
                .filter(channel -> !after.contains(channel))
                .forEach(channel -> deletedEntries.remove(channel, uri));
        now.ifPresent(last -> after.forEach(each -> deletedEntries.put(each, uri, last.left())));
        if (now.isPresent()) {
            places.put(MARK + uri, now.get().bytes());
        } else if (before.isPresent()) {
            places.delete(MARK + uri);
        }
    }

    /** What the channels that a document shared with others say of it. */
    Optional<Departure> of(AtUri uri) {
        return last(uri).flatMap(last -> last.tags().map(tags -> new Departure(last.left(), tags)));
    }

    private Optional<Last> last(AtUri uri) {
        return places.get(MARK + uri).map(Last::read);
    }
}

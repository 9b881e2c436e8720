package dev.pressline.render.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identity.BareIdentity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the documents of an account stand: in which channels, and which of several at one address
 * the others lead to. Marks whatever looks otherwise when one comes, changes or goes. Not
 * thread-safe.
 */
final class Placement {

    private static final byte[] PLACED = {1};

    private final AccountIndex.Stores stores;
    private final CurrentRecords records;
    private final Marks marks;
    private final ChannelOrder channels;
    private final Duplicates duplicates;

    Placement(
            AccountIndex.Stores stores,
            CurrentRecords records,
            Marks marks,
            ChannelOrder channels,
            Duplicates duplicates) {
        this.stores = stores;
        this.records = records;
        this.marks = marks;
        this.channels = channels;
        this.duplicates = duplicates;
    }

    /**
     * Puts a document where it belongs now, and marks it, those of the same address that lead
     * elsewhere now, the channels it leaves or enters, and its neighbours. Returns whether one of
     * them has to leave every channel it was in.
     */
    boolean place(AtUri uri, Optional<Document> document, boolean isNew) {
        Set<String> old = places(uri);
        Optional<Document> shown = document.filter(records::isShown);
        Optional<String> left = old.stream().filter(Duplicates::isPlace).findFirst();
        Optional<String> entered = shown.flatMap(Duplicates::place);
        Set<String> groups = Stream.concat(left.stream(), entered.stream()).collect(toSet());
        Map<AtUri, AtUri> before = targets(groups);
        left.filter(place -> !entered.equals(left)).ifPresent(duplicates::leave);
        entered.ifPresent(duplicates::enter);
        Map<AtUri, AtUri> after = targets(groups);

        boolean hasToLeave = stand(uri, shown, old);
        marks.changed(uri, isNew);
        List<AtUri> others =
                Stream.concat(before.keySet().stream(), after.keySet().stream())
                        .distinct()
                        .filter(other -> !other.equals(uri))
                        .filter(other -> !Objects.equals(before.get(other), after.get(other)))
                        .toList();
        for (AtUri other : others) {
            hasToLeave |= leadElsewhere(other, before, after);
        }
        return hasToLeave;
    }

    private Map<AtUri, AtUri> targets(Set<String> places) {
        Map<AtUri, AtUri> targets = new LinkedHashMap<>();
        places.forEach(place -> targets.putAll(duplicates.targets(place)));
        return targets;
    }

    private boolean leadElsewhere(AtUri uri, Map<AtUri, AtUri> before, Map<AtUri, AtUri> after) {
        marks.changed(uri, false);
        boolean ledOrLeads = uri.equals(before.get(uri)) || uri.equals(after.get(uri));
        return ledOrLeads
                && stand(uri, records.document(uri).filter(records::isShown), places(uri));
    }

    /** Puts a document into the channels where it is to be found, and out of the others. */
    private boolean stand(AtUri uri, Optional<Document> shown, Set<String> old) {
        Set<String> now = shown.map(this::placesOf).orElse(Set.of());
        boolean hasToLeave = now.isEmpty() && !old.isEmpty();
        old.stream()
                .filter(key -> !Duplicates.isPlace(key) && !now.contains(key))
                .forEach(hasToLeave ? this::leaveForGood : this::leave);
        now.stream().filter(key -> !Duplicates.isPlace(key)).forEach(this::enter);
        if (now.isEmpty()) {
            stores.places().delete(uri.toString());
        } else {
            stores.places().put(uri.toString(), String.join("\n", now).getBytes(UTF_8));
        }
        return hasToLeave;
    }

    private void leaveForGood(String key) {
        markNeighbours(key, marks::leftNeighbour);
        channels.leaveForGood(key);
    }

    private void leave(String key) {
        markNeighbours(key, marks::neighbour);
        channels.leave(key);
    }

    private void enter(String key) {
        channels.enter(key, PLACED);
        markNeighbours(key, marks::neighbour);
    }

    private Set<String> places(AtUri uri) {
        return stores.places().get(uri.toString()).map(Placement::lines).orElse(Set.of());
    }

    private static Set<String> lines(byte[] text) {
        return new LinkedHashSet<>(List.of(new String(text, UTF_8).split("\n")));
    }

    private Set<String> placesOf(Document document) {
        Set<String> places = new LinkedHashSet<>();
        Duplicates.place(document).ifPresent(places::add);
        if (!duplicates.target(document).equals(Optional.of(document.uri()))) {
            return places;
        }
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

    private void markNeighbours(String key, Consumer<AtUri> mark) {
        String prefix = OrderKey.prefix(OrderKey.channel(key));
        stores.order().before(prefix, key).ifPresent(each -> markNeighbour(prefix, each, mark));
        stores.order().after(prefix, key).ifPresent(each -> markNeighbour(prefix, each, mark));
    }

    /** Marks a document whose page leads to others of this channel: of its publication, if any. */
    private void markNeighbour(String prefix, String key, Consumer<AtUri> mark) {
        AtUri uri = OrderKey.uri(key);
        boolean leadsElsewhere =
                prefix.startsWith("did:")
                        && places(uri).stream().anyMatch(this::isShownPublication);
        if (!leadsElsewhere) {
            mark.accept(uri);
        }
    }

    private boolean isShownPublication(String place) {
        String channel = OrderKey.channel(place);
        return channel.startsWith(AtUri.SCHEME)
                && records.shownPublication(AtUri.parse(channel)).isPresent();
    }
}

package dev.pressline.render.index;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.identifier.AtUri;
import dev.pressline.kit.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of an account that stand at one and the same address. The one that was written
 * last, by its rev, is canonical; the next ones lead to it. Of an address that was used very often
 * only the newest {@value #KEPT} are remembered. Depends on the documents alone, in whichever order
 * they came. A view of the order of channels; not thread-safe.
 */
final class Duplicates {

    /** How many documents of one address have a page, the canonical one among them. */
    static final int KEPT = 100;

    private static final String MARK = "=";
    private static final byte[] PLACED = {1};

    private final SortedStore order;

    Duplicates(SortedStore order) {
        this.order = order;
    }

    /** Whether a place is one among duplicates, not in a channel. */
    static boolean isPlace(String place) {
        return place.startsWith(MARK);
    }

    /** The place of a document among those of its address; empty when its record names none. */
    static Optional<String> place(Document document) {
        return site(document)
                .flatMap(site -> document.path().flatMap(Duplicates::path).map(path -> site + path))
                .map(address -> Sha256.hex(address.getBytes(StandardCharsets.UTF_8)))
                .map(hash -> OrderKey.prefix(MARK + document.uri().did() + ' ' + hash))
                .map(
                        prefix ->
                                prefix
                                        + OrderKey.newestFirst(document.rev())
                                        + OrderKey.end(document.uri()));
    }

    private static Optional<String> site(Document document) {
        return Joining.claimed(document)
                .map(AtUri::toString)
                .or(() -> document.site().url())
                .map(site -> site + '\n');
    }

    /** A path as it is compared: without fragment, slashes around it are no difference. */
    private static Optional<String> path(String path) {
        int fragment = path.indexOf('#');
        String compared = fragment < 0 ? path : path.substring(0, fragment);
        int start = 0;
        while (start < compared.length() && compared.charAt(start) == '/') {
            start++;
        }
        int end = compared.length() - (compared.endsWith("/") ? 1 : 0);
        return start < end ? Optional.of(compared.substring(start, end)) : Optional.empty();
    }

    void enter(String place) {
        order.put(place, PLACED);
    }

    void leave(String place) {
        order.delete(place);
    }

    /**
     * Where each document of a place's address leads, the canonical one to itself; those beyond the
     * newest lead nowhere and are left out.
     */
    Map<AtUri, AtUri> targets(String place) {
        Map<AtUri, AtUri> targets = new LinkedHashMap<>();
        order.visit(
                OrderKey.prefix(OrderKey.channel(place)),
                KEPT,
                (key, mark) -> {
                    AtUri uri = OrderKey.uri(key);
                    AtUri canonical = targets.isEmpty() ? uri : targets.values().iterator().next();
                    targets.put(uri, canonical);
                });
        return targets;
    }

    /** Where a shown document leads: to itself, if it is canonical; empty for nowhere. */
    Optional<AtUri> target(Document document) {
        return place(document)
                .map(place -> Optional.ofNullable(targets(place).get(document.uri())))
                .orElse(Optional.of(document.uri()));
    }
}

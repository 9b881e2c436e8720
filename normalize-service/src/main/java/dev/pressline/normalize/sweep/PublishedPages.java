package dev.pressline.normalize.sweep;

import dev.pressline.contract.identifier.Cid;
import dev.pressline.contract.identifier.Did;
import dev.pressline.kit.store.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in an account's pages now, whatever a topic still holds of it. Reads all of them, so
 * it is asked last. Not thread-safe.
 */
final class PublishedPages {

    private static final List<String> FOLDERS = List.of("document/", "publication/", "author/");

    private final ObjectStore store;
    private final String site;

    PublishedPages(ObjectStore store, String site) {
        this.store = store;
        this.site = site;
    }

    /** Whether any page or data of an account names a blob. */
    boolean name(Did did, Cid cid) {
        List<String> keys = new ArrayList<>();
        FOLDERS.forEach(folder -> store.list(site, folder + did + '/', keys::add));
        return keys.stream().anyMatch(key -> holds(key, cid.value()));
    }

    private boolean holds(String key, String text) {
        return store.get(site, key)
                .filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(text))
                .isPresent();
    }
}

package dev.pressline.render.press;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.document.Normalized;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.store.Sha256;
import dev.pressline.render.feed.FeedItem;
import dev.pressline.render.feed.FeedRenderer;
import dev.pressline.render.job.Item;
import java.util.Optional;

/**
 * The items of feeds, each rendered once and kept ready as long as there is room. Thread-safe.
 *
 * @param feeds what renders them
 * @param shelf where the documents are
 * @param ready those that are
 */
record ReadyItems(FeedRenderer feeds, Shelf shelf, ItemCache ready) {

    /** Gets that of a document ready whose JSON has this hash. */
    void prepare(String sha256, Document document) {
        if (!ready.contains(sha256)) {
            ready.put(sha256, feeds.item(document));
        }
    }

    /**
     * That of a document: kept ready, else from the document in the store. A document that is no
     * longer there has none; the job that says so is behind this one.
     */
    Optional<FeedItem> of(Item item) {
        String key = item.sha256();
        Optional<FeedItem> kept = ready.get(key);
        if (kept.isPresent()) {
            return kept;
        }
        return shelf.get(ObjectKeys.json(ObjectKeys.document(item.entry().uri())))
                .flatMap(json -> rendered(key, json));
    }

    /** That of a document as it is in the store, which may be before or behind the job. */
    private Optional<FeedItem> rendered(String key, byte[] json) {
        Optional<FeedItem> rendered = document(ContractJson.read(json)).map(feeds::item);
        rendered.filter(each -> Sha256.hex(json).equals(key))
                .ifPresent(each -> ready.put(key, each));
        return rendered;
    }

    private static Optional<Document> document(Normalized value) {
        return value instanceof Document document ? Optional.of(document) : Optional.empty();
    }
}

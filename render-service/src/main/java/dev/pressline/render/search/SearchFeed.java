package dev.pressline.render.search;

import dev.pressline.contract.document.Document;
import dev.pressline.contract.output.ObjectKeys;
import dev.pressline.contract.serde.ContractJson;
import dev.pressline.kit.failure.Retry;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.render.job.FeedKey;
import dev.pressline.render.job.Item;
import dev.pressline.render.job.Membership;
import dev.pressline.render.job.MembershipKey;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Puts what the front page may list into a search index, and takes out what it may no longer: so
 * search shows what the site shows, and hides what it hides. Not thread-safe.
 */
final class SearchFeed {

    private final SearchIndex index;
    private final ObjectStore store;
    private final String bucket;
    private final Retry retry;

    SearchFeed(SearchIndex index, ObjectStore store, String bucket, Retry retry) {
        this.index = index;
        this.store = store;
        this.bucket = bucket;
        this.retry = retry;
    }

    /** Takes a record of {@code pressline.feeds.v1}. */
    void take(ConsumerRecord<String, byte[]> input) {
        if (!(FeedKey.parse(input.key()) instanceof MembershipKey key) || !key.isFront()) {
            return;
        }
        if (input.value() == null) {
            index.remove(key.uri());
        } else {
            put(ContractJson.read(Membership.class, input.value()).item());
        }
    }

    /** A document whose JSON is not there any more has its removal behind it on the topic. */
    private void put(Item item) {
        if (index.sha256(item.entry().uri()).equals(Optional.of(item.sha256()))) {
            return;
        }
        String key = ObjectKeys.json(ObjectKeys.document(item.entry().uri()));
        retry.whileDown("reading a document for search", () -> store.get(bucket, key))
                .map(ContractJson::read)
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .ifPresent(document -> index.put(item.entry(), item.sha256(), document.text()));
    }
}

package dev.pressline.render.job;

import dev.pressline.contract.identifier.AtUri;

/**
 * The key of a subscription in the list of its account; its value is {@link Subscribed}, or null.
 * All of them are on the partition of the front page, where the directory is. Immutable.
 *
 * @param uri the subscription
 */
public record SubscriptionKey(AtUri uri) implements FeedKey {

    static final String START = "subscription|";

    static SubscriptionKey parse(String text) {
        return new SubscriptionKey(AtUri.parse(text.substring(START.length())));
    }

    /** What the keys of subscriptions begin with whose AT-URIs begin with {@code uris}. */
    public static String prefix(String uris) {
        return START + uris;
    }

    @Override
    public String text() {
        return START + uri;
    }
}

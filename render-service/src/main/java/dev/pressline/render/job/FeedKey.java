package dev.pressline.render.job;

/**
 * A key of {@code pressline.feeds.v1}: what one partition of the index, or the press, tells another
 * of. Immutable.
 */
public sealed interface FeedKey permits MembershipKey, DirectoryKey, SubscriptionKey {

    /** The text that {@link #parse} reads. */
    String text();

    /** Reads a key. */
    static FeedKey parse(String text) {
        if (text.startsWith(DirectoryKey.START)) {
            return DirectoryKey.parse(text);
        }
        return text.startsWith(SubscriptionKey.START)
                ? SubscriptionKey.parse(text)
                : MembershipKey.parse(text);
    }
}

package dev.pressline.render.job;

import dev.pressline.contract.event.DidPartitioner;
import dev.pressline.contract.identifier.AtUri;

/**
 * A key of {@code pressline.feeds.v1}: a document in a channel that documents of many accounts
 * share. Immutable.
 *
 * @param channel {@value #FRONT}, or the folder of a tag without its last slash
 * @param uri the document
 */
public record MembershipKey(String channel, AtUri uri) implements FeedKey {

    /** The channel of everything that is listed. */
    public static final String FRONT = "front";

    private static final char SEPARATOR = '|';
    private static final String TAGS = "tag/";

    /** The key of a document in the channel of everything. */
    public static MembershipKey front(AtUri uri) {
        return new MembershipKey(FRONT, uri);
    }

    /** Reads a key. */
    public static MembershipKey parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        return new MembershipKey(
                text.substring(0, separator), AtUri.parse(text.substring(separator + 1)));
    }

    @Override
    public String text() {
        return channel + SEPARATOR + uri;
    }

    /** Whether it is a document in the channel of everything. */
    public boolean isFront() {
        return channel.equals(FRONT);
    }

    /**
     * The partition on which everything is that concerns a shared channel, by the key of a
     * membership or of a job.
     */
    public static int partition(String key, int partitions) {
        return DidPartitioner.partition(channel(key), partitions);
    }

    private static String channel(String key) {
        if (!key.startsWith(TAGS)) {
            return FRONT;
        }
        int end = key.indexOf('/', TAGS.length());
        int separator = key.indexOf(SEPARATOR);
        return key.substring(0, separator >= 0 && (end < 0 || separator < end) ? separator : end);
    }
}

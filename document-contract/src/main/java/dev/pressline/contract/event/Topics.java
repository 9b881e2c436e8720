package dev.pressline.contract.event;

import java.util.List;
import java.util.stream.Stream;

/** The topics of the pipeline: their names are the contract between the services. */
public final class Topics {

    /** Records exactly as received; key AT-URI, or DID for account events; null value = deleted. */
    public static final String RAW = "pressline.raw.v1";

    /** Documents, publications and account state, repaired; keys as in {@link #RAW}. */
    public static final String NORMALIZED = "pressline.normalized.v1";

    /**
     * What render's index asks its press to print or remove; key = object key of the page or feed.
     */
    public static final String JOBS = "pressline.jobs.v1";

    /** Memberships of documents in feeds that live on another partition. */
    public static final String FEEDS = "pressline.feeds.v1";

    /** Manifests of what was printed or removed; key = object key of the page or feed. */
    public static final String RENDERED = "pressline.rendered.v1";

    /** Positions of the record sources; key = source id. */
    public static final String CURSORS = "pressline.cursors.v1";

    /**
     * Documents that went out with blobs pending, and records that were put off, each on the
     * partition of its raw record; key as in {@link #RAW}. Normalize's own notes: nobody else reads
     * them.
     */
    public static final String PENDING = "pressline.pending.v1";

    /**
     * The repositories that hold something wanted, and the last commits of those that are followed;
     * key = DID, or DID, slash and source. Ingest's own notes: nobody else reads them.
     */
    public static final String REPOS = "pressline.repos.v1";

    /**
     * What operators have done about dead letters; key = place of the letter in its queue. Notes of
     * the command that shows these: no service reads them.
     */
    public static final String HANDLED = "pressline.handled.v1";

    /**
     * Partitions of every topic, by default; the same number everywhere, because accounts are the
     * unit of order.
     */
    public static final int DEFAULT_PARTITIONS = 12;

    /**
     * The largest value carried by a record itself, in bytes; larger ones go by reference through
     * the store.
     */
    public static final int MAX_INLINE_VALUE = 900 * 1024;

    /** Every topic whose events are the contract. */
    public static final List<String> PUBLISHED =
            List.of(RAW, NORMALIZED, JOBS, FEEDS, RENDERED, CURSORS);

    /** Every compacted topic. */
    public static final List<String> COMPACTED =
            Stream.concat(PUBLISHED.stream(), Stream.of(PENDING, REPOS, HANDLED)).toList();

    /** Every dead-letter queue of the services. */
    public static final List<String> DEAD_LETTERS =
            List.of(
                    deadLetters(RAW, "ingest"),
                    deadLetters(RAW, "normalize"),
                    deadLetters(NORMALIZED, "render-index"),
                    deadLetters(JOBS, "render-press"));

    private Topics() {}

    /** The dead-letter queue of one consumer group on a topic. */
    public static String deadLetters(String topic, String group) {
        return topic + '.' + group + ".dlq";
    }
}

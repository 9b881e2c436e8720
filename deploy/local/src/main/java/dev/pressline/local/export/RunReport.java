package dev.pressline.local.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * The counts of a run, as {@code report.json}. The same records give the same report but for {@code
 * puts}, since how often a feed is rewritten depends on timing. Immutable.
 *
 * @param generator always {@code pressline run}
 * @param read records found in the files
 * @param accepted records that the broker took
 * @param skipped records of collections that nobody asked for
 * @param rejected records that ingest refused, all of them dead-lettered
 * @param deadLettered what can never succeed, of all steps
 * @param documents living documents
 * @param publications living publications
 * @param repaired documents with at least one repair
 * @param violating documents that break a lexicon
 * @param pages HTML pages
 * @param feeds feeds, each format counted
 * @param blobs blobs
 * @param objects objects in the site
 * @param puts objects written while running, rewrites included
 * @param rejections what was wrong with the first hundred rejected records
 */
@JsonPropertyOrder({"generator", "read", "accepted", "skipped", "rejected", "deadLettered"})
public record RunReport(
        String generator,
        long read,
        long accepted,
        long skipped,
        long rejected,
        DeadLettered deadLettered,
        long documents,
        long publications,
        long repaired,
        long violating,
        long pages,
        long feeds,
        long blobs,
        long objects,
        long puts,
        List<RejectedRow> rejections) {

    /** Marks a directory as one that we may overwrite. */
    public static final String GENERATOR = "pressline run";

    /**
     * Dead letters.
     *
     * @param total of all queues
     * @param reasons how many for each reason, by queue
     */
    public record DeadLettered(long total, Map<String, Map<String, Long>> reasons) {}

    /** What was wrong with one record of a file; lines count from 1. */
    public record RejectedRow(
            String file, long line, String reason, String field, String message) {}
}

package dev.pressline.ingest.http;

import java.util.List;

/**
 * The answer to a push.
 *
 * @param accepted rows that the brokers have
 * @param skipped rows of collections nobody asked for
 * @param deadLettered rows that went to the dead-letter queue
 * @param rejected what was wrong with the first rows that can never be records, at most 100
 */
public record PushAnswer(
        long accepted, long skipped, long deadLettered, List<RejectedRow> rejected) {

    /** What is wrong with one row, by its line, which counts from 1. */
    public record RejectedRow(long line, String reason, String field, String message) {}
}

package dev.pressline.local.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What ingest says of some records. Immutable.
 *
 * @param accepted records that the broker has
 * @param skipped records of collections that nobody asked for
 * @param deadLettered records that went to the dead-letter queue
 * @param rejected what was wrong with the first of them
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Answer(long accepted, long skipped, long deadLettered, List<RejectedRow> rejected) {

    /** Takes a copy of the list; one that was left out is empty. */
    public Answer {
        rejected = rejected == null ? List.of() : List.copyOf(rejected);
    }

    /**
     * What is wrong with one record.
     *
     * @param line its line in what was sent, from 1
     * @param reason from a closed set
     * @param field where, as a JSON pointer
     * @param message in words
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RejectedRow(long line, String reason, String field, String message) {}
}

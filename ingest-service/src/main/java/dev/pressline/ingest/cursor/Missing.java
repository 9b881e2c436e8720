package dev.pressline.ingest.cursor;

import java.util.List;

/**
 * History that a live stream did not give and that is still to be read in another way. Immutable.
 *
 * @param why in words
 * @param since the time of the last event before it, in microseconds since 1970; 0 where unknown
 * @param collections what of it: patterns; empty for all that is wanted
 */
public record Missing(String why, long since, List<String> collections) {

    /** Takes a copy. */
    public Missing {
        collections = List.copyOf(collections);
    }
}

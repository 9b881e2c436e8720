package dev.pressline.local.explain;

import dev.pressline.contract.document.Repair;
import dev.pressline.contract.document.Violation;
import java.util.List;

/** What becomes of one row of a file. Immutable. */
public sealed interface Explanation {

    /**
     * A record that is published.
     *
     * @param uri its address, derived where the row has none
     * @param title the title of a document or the name of a publication, after repair
     */
    record Published(String uri, String title, List<Repair> repairs, List<Violation> violations)
            implements Explanation {}

    /** A row of which nothing is published by itself; {@code why} says so in words. */
    record Passed(String uri, String why) implements Explanation {}

    /**
     * A row that would become a dead letter.
     *
     * @param reason one of the closed set of reasons
     * @param field where, as a JSON pointer; empty for the whole row
     * @param message why, in words
     */
    record Rejected(String reason, String field, String message) implements Explanation {}
}

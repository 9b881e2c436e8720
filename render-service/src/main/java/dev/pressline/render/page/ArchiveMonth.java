package dev.pressline.render.page;

import java.time.YearMonth;
import java.util.Optional;

/**
 * A month of a channel in the list of its archive. Immutable.
 *
 * @param month the month; empty for documents without a date
 * @param documents how many documents it has
 * @param isArchived whether the archive has a page of it, and not the channel's first page all of
 *     it
 */
public record ArchiveMonth(Optional<YearMonth> month, long documents, boolean isArchived) {

    /** The first chapter of the month. */
    Chapter chapter() {
        return new Chapter(month, Optional.empty());
    }
}

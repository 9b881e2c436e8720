package dev.pressline.ingest.cursor;

import dev.pressline.contract.serde.ContractJson;
import dev.pressline.contract.serde.UnreadableValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The cursor of each source, gathered from the topic in its order. The last one counts, but not
 * that of a replica whose claim is overtaken. Not thread-safe.
 */
final class CursorFold {

    private static final Logger LOG = Logger.getLogger(CursorFold.class);

    private final Map<String, Cursor> cursors = new LinkedHashMap<>();

    /** Takes a record of the topic into account; one without a value forgets the source. */
    void see(@Nullable String source, byte @Nullable [] value) {
        if (source == null) {
            return;
        }
        if (value == null) {
            cursors.remove(source);
            return;
        }
        read(source, value)
                .ifPresent(cursor -> cursors.merge(source, cursor, CursorFold::counting));
    }

    private static Cursor counting(Cursor known, Cursor later) {
        return known.movedUnder().yieldsTo(later.movedUnder()) ? later : known;
    }

    /** What a value says; unreadable ones are logged. */
    static Optional<Cursor> read(String source, byte[] value) {
        try {
            return Optional.of(ContractJson.read(Cursor.class, value));
        } catch (UnreadableValueException e) {
            LOG.warnf("a cursor of %s is unreadable and left out: %s", source, e.getMessage());
            return Optional.empty();
        }
    }

    /** The cursors by source id. */
    Map<String, Cursor> cursors() {
        return cursors;
    }
}

package dev.pressline.ingest.backfill;

import dev.pressline.ingest.cursor.Cursor.Place;
import dev.pressline.ingest.source.RecordSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One reading of a repository.
 *
 * @param source in whose name
 * @param repo the handle or DID of the repository
 * @param start where to go on in its listing, absent for the beginning
 * @param onlyIfChanged whether it is left alone where its PDS has the rev that was last read
 * @param progress hears how far it is
 * @param moved hears the place to go on from, when everything before it is with the brokers
 */
record Reading(
        RecordSource source,
        String repo,
        Optional<Place> start,
        boolean onlyIfChanged,
        Progress progress,
        Consumer<Place> moved) {}

package dev.pressline.ingest.live;

import dev.pressline.contract.identifier.Did;
import dev.pressline.ingest.archive.ArchiveEvents;
import dev.pressline.ingest.cursor.Claim;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.repos.HeadNotes;
import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.kit.health.LoopMonitor;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * What the reader of a stream works with. Immutable.
 *
 * @param client opens sockets
 * @param intakes take rows in
 * @param notes keep places and what is known of repositories
 * @param history has what was missed read in another way
 * @param wanted what is wanted
 * @param archived reads the events of archives
 * @param host whose positions the cursor holds
 * @param doubtful hears of repositories that are to be read anew
 * @param changed hears of accounts whose identity may have changed
 * @param metrics counts
 * @param loop shows that it turns
 * @param clock says when a stream was opened
 */
record StreamTools(
        OkHttpClient client,
        Intakes intakes,
        Notes notes,
        History history,
        WantedCollections wanted,
        ArchiveEvents archived,
        String host,
        Consumer<Did> doubtful,
        Consumer<Did> changed,
        StreamMetrics metrics,
        LoopMonitor.Loop loop,
        Clock clock) {

    /** What is kept of streams, and of repositories. */
    record Notes(CursorStore cursors, KnownRepos known, HeadNotes heads) {}

    /**
     * Where a reader begins.
     *
     * @param cursor behind what; absent for what is said from now on
     * @param claim under which it moves the cursor
     */
    record Start(Optional<Cursor.OfStream> cursor, Claim claim) {}
}

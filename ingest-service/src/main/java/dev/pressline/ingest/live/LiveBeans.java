package dev.pressline.ingest.live;

import dev.pressline.atproto.identity.DidResolver;
import dev.pressline.ingest.backfill.Backfills;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.publish.Intakes;
import dev.pressline.ingest.repos.HeadNotes;
import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.ingest.row.RowParser;
import dev.pressline.ingest.row.WantedCollections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What live streams take in and give out, as beans. */
@ApplicationScoped
class LiveBeans {

    @Produces
    @Singleton
    Streams.Inputs inputs(
            IngestConfig config,
            WantedCollections wanted,
            RowParser parser,
            DidResolver dids,
            Clock clock) {
        return new Streams.Inputs(config, wanted, parser, dids, clock);
    }

    @Produces
    @Singleton
    KnownHistory history(KnownRepos known, Backfills backfills) {
        return new KnownHistory(known, backfills::readAnew);
    }

    void close(@Disposes KnownHistory history) {
        history.close();
    }

    @Produces
    @Singleton
    Streams.Outputs outputs(
            Intakes intakes,
            CursorStore cursors,
            KnownRepos known,
            HeadNotes heads,
            History history,
            Backfills backfills) {
        return new Streams.Outputs(
                intakes, new StreamTools.Notes(cursors, known, heads), history, backfills);
    }
}

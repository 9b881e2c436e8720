package dev.pressline.ingest.backfill;

import dev.pressline.atproto.pds.PdsClient;
import dev.pressline.contract.identifier.Nsid;
import dev.pressline.ingest.config.IngestConfig;
import dev.pressline.ingest.cursor.Cursor;
import dev.pressline.ingest.cursor.CursorStore;
import dev.pressline.ingest.row.WantedCollections;
import dev.pressline.ingest.source.RecordSource.NetworkSource;
import dev.pressline.kit.failure.Backoff;
import dev.pressline.kit.failure.StoppedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jboss.logging.Logger;

/**
 * Reads the network through the relay that the configuration names, once; goes on where an earlier
 * process stopped. Thread-safe.
 */
@ApplicationScoped
public class NetworkScans {

    private static final Logger LOG = Logger.getLogger(NetworkScans.class);

    private final IngestConfig config;
    private final WantedCollections wanted;
    private final NetworkScan.Tools tools;

    NetworkScans(
            IngestConfig config,
            WantedCollections wanted,
            PdsClient pds,
            RepoWorkers workers,
            CursorStore cursors,
            Backfills backfills,
            NetworkProgress progress) {
        this.config = config;
        this.wanted = wanted;
        this.tools =
                new NetworkScan.Tools(pds, workers, cursors, backfills, progress, Backoff.DEFAULT);
    }

    /** The network as a source, if a relay is configured. */
    public Optional<NetworkSource> source() {
        return relay().map(relay -> new NetworkSource(relay.host()));
    }

    private Optional<HttpUrl> relay() {
        return config.network().relay().map(relay -> HttpUrl.get(relay.toString()));
    }

    /**
     * Reads the network through the configured relay, from where {@code known} says; returns when
     * it is read, or the thread is interrupted.
     */
    public void run(Optional<Cursor> known) {
        try {
            List<Nsid> collections =
                    config.network().collections().stream()
                            .map(String::strip)
                            .map(Nsid::parse)
                            .toList();
            HttpUrl relay = relay().orElseThrow();
            new NetworkScan(relay, from(relay, known), tools).run(collections);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoppedException e) {
            LOG.info("the reading of the network stops here and goes on with its cursor");
        }
    }

    private Cursor.OfNetwork from(HttpUrl relay, Optional<Cursor> known) {
        boolean goesOn =
                known.isPresent()
                        && known.get() instanceof Cursor.OfNetwork cursor
                        && cursor.filter().equals(wanted.hash());
        return goesOn
                ? (Cursor.OfNetwork) known.get()
                : Cursor.OfNetwork.begun(wanted.hash(), relay.host());
    }
}

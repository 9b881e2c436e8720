package dev.pressline.ingest.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ingest takes in, and from whom. */
@ConfigMapping(prefix = "pressline.ingest")
public interface IngestConfig {

    /**
     * The bearer token of {@code POST /records} and {@code POST /backfills}; without one both are
     * closed.
     */
    Optional<String> pushToken();

    /** Further holders of tokens, and what each may send. */
    Push push();

    /** Who may push, and how much. */
    interface Push {

        /** Bearer tokens by the name of who holds them; the one without a name is another. */
        Map<String, String> tokens();

        /** How many requests with a body each client may send in a minute. */
        @WithDefault("6000")
        long requestsPerMinute();

        /** How much each client may send in a minute; a body that goes beyond is taken whole. */
        @WithDefault("10G")
        MemorySize bytesPerMinute();
    }

    /** The password with which a Tap posts to {@code /tap}; without one that is closed. */
    Optional<String> tapWebhookPassword();

    /** The collections taken in: NSIDs, or prefixes ending in {@code .*}. */
    @WithDefault(
            "site.standard.*,app.greengale.document,com.whtwnd.blog.entry,blog.pckt.gallery,"
                    + "site.mochott.article")
    List<String> collections();

    /**
     * Accounts and records that are taken down or erased here, as DIDs and AT-URIs: nothing of them
     * is taken in, whoever sends it.
     */
    Optional<List<String>> refused();

    /**
     * Files imported once, at the start: a row each, one a line in {@code .ndjson}, a repository in
     * {@code .car}.
     */
    Optional<List<Path>> files();

    /** Repositories read once, at the start: handles or DIDs. */
    Optional<List<String>> repos();

    /**
     * The pause between two sweeps over the known repositories, which read those anew that have
     * changed since they were read; no sweeps without it.
     */
    Optional<Duration> sweepInterval();

    /** The whole network, found through a relay. */
    Network network();

    /** Whom to ask for the repositories of the network, and for which. */
    interface Network {

        /** A relay that lists repositories by collection; without one the network is not read. */
        Optional<URI> relay();

        /** The collections whose repositories are read: NSIDs. */
        @WithDefault(
                "site.standard.document,site.standard.publication,app.greengale.document,"
                        + "com.whtwnd.blog.entry,blog.pckt.gallery,site.mochott.article")
        List<String> collections();
    }

    /** Live streams that are read for ever, by a name of their own. */
    Map<String, Stream> sources();

    /** One live stream. */
    interface Stream {

        /** What is spoken there. */
        Kind kind();

        /**
         * Where, {@code wss://} or {@code ws://}, with the path where the kind has more than one.
         */
        URI url();

        /**
         * Whether a Jetstream's archive is read: all of it before the first live event, and later
         * what is too old for the stream.
         */
        @WithDefault("false")
        boolean archive();

        /** The administrator's password of a Tap that asks for one. */
        Optional<String> password();
    }

    /** What a live stream speaks. */
    enum Kind {
        /** {@code com.atproto.sync.subscribeRepos} of a relay or a PDS, every commit proven. */
        SUBSCRIBE_REPOS,
        /** Jetstream version 1, {@code /subscribe}. */
        JETSTREAM_V1,
        /** Jetstream version 2, {@code network.bsky.jetstream.subscribeEvents}. */
        JETSTREAM,
        /** Tap, {@code /channel}. */
        TAP
    }

    /** How many {@code POST /records} are read at once; each holds up to 20 MiB. */
    @WithDefault("4")
    int concurrentPushes();

    /** How many repositories are read at once; each holds up to 64 MiB. */
    @WithDefault("2")
    int concurrentBackfills();

    /**
     * The largest repository read as a CAR; one that is larger is listed. So much of the disk is
     * taken for each one that is read at once.
     */
    @WithDefault("1G")
    MemorySize largestRepo();

    /** Where repositories lie while they are read; the system's temporary directory if absent. */
    Optional<Path> spoolDirectory();
}

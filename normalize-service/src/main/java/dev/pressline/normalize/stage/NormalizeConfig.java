package dev.pressline.normalize.stage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How the normalize stage works. */
@ConfigMapping(prefix = "pressline.normalize")
public interface NormalizeConfig {

    /** How many accounts are worked on at once. */
    @WithDefault("8")
    int concurrency();

    /** Whether inferred repairs are applied. */
    @WithDefault("true")
    boolean inferredRepairs();

    /** Rules that make no repair, by id; docs/repairs.md lists them. */
    Optional<Set<String>> disabledRules();

    /** Blobs. */
    Blobs blobs();

    /** What is looked up in the network beside blobs. */
    LookUps lookUps();

    /** How handles are looked up, and sites asked for their publications. */
    interface LookUps {

        /** Whether anything is; without it the same records give the same values anywhere. */
        @WithDefault("true")
        boolean enabled();

        /** The longest a record waits for the handle of its account, and a look for a site. */
        @WithDefault("500ms")
        Duration patience();
    }

    /** What keeps the flood of one account from delaying others. */
    Floods floods();

    /** When records of an account are put off, and how many. */
    interface Floods {

        /**
         * How many records of an account are handled as they come while records of others wait on
         * the same partition; what is more is put off.
         */
        @WithDefault("1000")
        int allowance();

        /** How many records an account's allowance gains in a second. */
        @WithDefault("10")
        double refillPerSecond();

        /**
         * The consumer groups behind normalize, as the first generation names them: what was put
         * off waits while they have more than a batch to do on its partition. Nobody is waited for
         * if empty.
         */
        @WithDefault("render-index,render-press")
        Optional<Set<String>> followers();

        /**
         * How many records that were put off are kept in memory, about 400 bytes each; those beyond
         * wait on their topic until half of the others are done.
         */
        @WithDefault("50000")
        int maxPutOff();
    }

    /** Sweeps over blobs to which nothing refers. */
    Sweep sweep();

    /** When blobs to which nothing refers go. */
    interface Sweep {

        /** How often to sweep; never if absent. One replica is enough. */
        Optional<Duration> every();

        /**
         * How long nothing must have referred to a blob before what is served of it goes, and then
         * as long again before its original goes.
         */
        @WithDefault("168h")
        Duration grace();

        /** Whether only to count what would go. */
        @WithDefault("false")
        boolean dryRun();
    }

    /** How blobs are fetched and kept. */
    interface Blobs {

        /** The longest a document waits for its blobs before it goes out with the rest pending. */
        @WithDefault("2s")
        Duration patience();

        /** The largest blob kept. */
        @WithDefault("20M")
        MemorySize maxSize();

        /** The longest that fetching one blob may take. */
        @WithDefault("60s")
        Duration timeout();

        /** How many blobs are fetched at once; each takes a temporary file. */
        @WithDefault("64")
        int concurrency();

        /** How many blobs are fetched at once from one server. */
        @WithDefault("4")
        int concurrencyPerServer();

        /**
         * Where blobs are kept while they are fetched; the system's temporary directory if absent.
         */
        Optional<Path> spoolDirectory();

        /**
         * The pause before a document with pending blobs is looked at again; doubled each round.
         */
        @WithDefault("30s")
        Duration retryAfter();

        /** The longest pause before a document with pending blobs is looked at again. */
        @WithDefault("6h")
        Duration retryAtMost();

        /**
         * How many pending documents are kept in memory, about 400 bytes each; those beyond wait on
         * their topic until half of the others are done.
         */
        @WithDefault("100000")
        int maxPending();
    }
}

package dev.pressline.normalize.stage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How the normalize stage works. */
@ConfigMapping(prefix = "pressline.normalize")
public interface NormalizeConfig {

    /** How many accounts are worked on at once. */
    @WithDefault("8")
    int concurrency();

    /** Whether inferred repairs are applied; certain ones always are. */
    @WithDefault("true")
    boolean inferredRepairs();

    /** Rules switched off, by id. */
    Optional<Set<String>> disabledRules();

    /** How far ahead of the clock a rev may be. */
    @WithDefault("5m")
    Duration futureTolerance();

    /** Blobs. */
    Blobs blobs();

    /** How blobs are fetched and kept. */
    interface Blobs {

        /** The longest a document waits for its blobs before it goes out with the rest pending. */
        @WithDefault("2s")
        Duration patience();

        /** The largest blob kept. */
        @WithDefault("20M")
        MemorySize maxSize();

        /** How many blobs are fetched at once. */
        @WithDefault("4")
        int concurrency();

        /** The pause before a document with pending blobs is looked at again. */
        @WithDefault("30s")
        Duration retryAfter();

        /**
         * How many documents may wait for pending blobs; the oldest beyond it is not looked at
         * again.
         */
        @WithDefault("10000")
        int maxPending();
    }
}

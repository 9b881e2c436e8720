package dev.pressline.render.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How render works, and the two values of the configuration that reach the bytes of an output. */
@ConfigMapping(prefix = "pressline")
public interface RenderConfig {

    /** The URL under which the site is read. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    /** The name of the site as a whole. */
    @WithDefault("Pressline")
    String siteName();

    /** The index. */
    @WithName("render.index")
    Index index();

    /** The press. */
    @WithName("render.press")
    Press press();

    /** HTTP in front of the store. */
    @WithName("render.http")
    Http http();

    /** Search. */
    @WithName("render.search")
    Search search();

    /** WebSub. */
    @WithName("render.web-sub")
    WebSub webSub();

    /** How the index works. */
    interface Index {

        /** How long changes are gathered before they become jobs. */
        @WithDefault("250ms")
        Duration interval();

        /**
         * The longest that pages wait, and while events come fresh also channels and pages of which
         * only the neighbours changed. Removals never wait.
         */
        @WithDefault("5s")
        Duration longestWait();

        /** The same for channels and neighbours while events come late, as in a large import. */
        @WithDefault("1m")
        Duration longestWaitBehind();
    }

    /** How the press works. */
    interface Press {

        /** How many jobs are done at once, of one account too. */
        @WithDefault("8")
        int concurrency();

        /** How much memory feed items may take that are kept ready, rendered. */
        @WithDefault("16M")
        MemorySize cachedItems();

        /** How much of the disk those may take that are kept ready beside them, packed. */
        @WithDefault("256M")
        MemorySize storedItems();

        /** Where these lie: a directory that no other process uses, emptied at each start. */
        @WithDefault("${java.io.tmpdir}/pressline-render-items")
        Path itemsDirectory();
    }

    /** How pages are served. */
    interface Http {

        /** How many requests are answered at once; one more is told to come again. */
        @WithDefault("512")
        int requestsAtOnce();

        /** How long a client may take for 64 KiB before it is let go. */
        @WithDefault("30s")
        Duration slowestPace();

        /** How much memory compressed pages may take that are kept ready. */
        @WithDefault("16M")
        MemorySize cachedBodies();
    }

    /** Whether and how readers can search. */
    interface Search {

        /** Whether they can, and pages say so. */
        @WithDefault("true")
        boolean enabled();

        /** Where the index lies: a directory that no other process uses, made anew when lost. */
        @WithDefault("${java.io.tmpdir}/pressline-render-search")
        Path directory();
    }

    /** How subscribers hear of changed feeds before they ask. */
    interface WebSub {

        /** The hub that feeds name and that is told; none without it. */
        Optional<String> hub();
    }
}

package dev.pressline.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What ingest takes in, and from whom. */
@ConfigMapping(prefix = "pressline.ingest")
public interface IngestConfig {

    /**
     * The bearer token of {@code POST /records} and {@code POST /backfills}; without one both are
     * closed.
     */
    Optional<String> pushToken();

    /** The collections taken in: NSIDs, or prefixes ending in {@code .*}. */
    @WithDefault(
            "site.standard.document,site.standard.publication,site.standard.graph.subscription,site.standard.graph.recommend,"
                    + "app.greengale.document,com.whtwnd.blog.entry,blog.pckt.gallery,site.mochott.article")
    List<String> collections();
}

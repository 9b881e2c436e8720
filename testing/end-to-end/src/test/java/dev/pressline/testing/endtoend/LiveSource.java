package dev.pressline.testing.endtoend;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The kinds of live streams, and what each is read from beside a PDS. */
enum LiveSource {
    SUBSCRIBE_REPOS("subscribe-repos", "relay.mjs"),
    JETSTREAM("jetstream", "jetstream.mjs"),
    JETSTREAM_V1("jetstream-v1", "jetstream.mjs"),
    TAP("tap", "tap.mjs");

    private final String kind;
    private final String simulator;

    LiveSource(String kind, String simulator) {
        this.kind = kind;
        this.simulator = simulator;
    }

    /** The name in the configuration. */
    String kind() {
        return kind;
    }

    /**
     * Starts what stands between a PDS and ingest. A PDS that nothing is to go wrong with is read
     * itself.
     */
    Optional<NodeScript> simulator(Pds pds, Map<String, String> faults) {
        if (this == SUBSCRIBE_REPOS && faults.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> environment = new HashMap<>(faults);
        environment.put("UPSTREAM", pds.firehose());
        environment.put("PDS", pds.url());
        environment.put("SIGNAL", AccountOnSite.DOCUMENTS);
        environment.put("FILTERS", "site.standard.*");
        environment.put("RETRY_MS", "1000");
        return Optional.of(NodeScript.start(simulator, environment));
    }

    /** What ingest needs to read it there. */
    Map<String, String> settings(String url) {
        String prefix = "PRESSLINE_INGEST_SOURCES_" + name().replace("_", "") + '_';
        return Map.of(prefix + "KIND", kind, prefix + "URL", url);
    }
}

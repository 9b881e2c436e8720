package dev.pressline.ingest.publish;

import dev.pressline.ingest.source.RecordSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens an {@link Intake} for each source. Thread-safe. */
@ApplicationScoped
public class Intakes {

    private final RawPublisher publisher;
    private final IngestMetrics metrics;

    Intakes(RawPublisher publisher, IngestMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** An intake of its own for a source. */
    public Intake open(RecordSource source) {
        return new Intake(publisher, metrics, source);
    }
}

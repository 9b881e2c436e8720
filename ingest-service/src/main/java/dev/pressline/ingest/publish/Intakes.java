package dev.pressline.ingest.publish;

import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.ingest.row.RefusedSubjects;
import dev.pressline.ingest.source.RecordSource;
import dev.pressline.kit.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens an {@link Intake} for each source. Thread-safe. */
@ApplicationScoped
public class Intakes {

    private final RawPublisher publisher;
    private final IngestMetrics metrics;
    private final Traces traces;
    private final KnownRepos known;
    private final RefusedSubjects refused;

    Intakes(
            RawPublisher publisher,
            IngestMetrics metrics,
            Traces traces,
            KnownRepos known,
            RefusedSubjects refused) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.traces = traces;
        this.known = known;
        this.refused = refused;
    }

    /** An intake of its own for a source. */
    public Intake open(RecordSource source) {
        return new Intake(publisher, metrics, traces, known, refused, source);
    }
}

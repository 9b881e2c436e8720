package dev.pressline.ingest.publish;

import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** The counters of ingest, every one at zero from the start. Thread-safe. */
@ApplicationScoped
public class IngestMetrics {

    private static final String STAGE = "ingest";

    private final Counter puts;
    private final Counter deletes;
    private final Counter unwanted;
    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);

    IngestMetrics(MeterRegistry registry) {
        this.puts = outcome(registry, "put");
        this.deletes = outcome(registry, "delete");
        this.unwanted = outcome(registry, "unwanted");
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("pressline.rejected")
                            .description("Rows that can never be records, by reason")
                            .tag("stage", STAGE)
                            .tag("reason", reason.label())
                            .register(registry));
        }
    }

    private static Counter outcome(MeterRegistry registry, String outcome) {
        return Counter.builder("pressline.events")
                .description("Records by what became of them")
                .tag("stage", STAGE)
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Counts a row. */
    public void count(Row row) {
        switch (row) {
            case Row.Put put -> puts.increment();
            case Row.Delete delete -> deletes.increment();
            case Row.Unwanted skipped -> unwanted.increment();
            case Row.Rejected no ->
                    java.util.Objects.requireNonNull(rejected.get(no.reason())).increment();
        }
    }
}

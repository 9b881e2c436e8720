package dev.pressline.ingest.publish;

import dev.pressline.ingest.row.CidCheck;
import dev.pressline.ingest.row.RejectionReason;
import dev.pressline.ingest.row.Row;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The counters of ingest, every one at zero from the start. Thread-safe. */
@ApplicationScoped
public class IngestMetrics {

    static final String STAGE = "ingest";

    private final Counter puts;
    private final Counter deletes;
    private final Counter accounts;
    private final Counter unwanted;
    private final Map<CidCheck, Counter> checks = new EnumMap<>(CidCheck.class);
    private final Map<RejectionReason, Counter> rejected = new EnumMap<>(RejectionReason.class);
    private final Map<RejectionReason, Counter> deadLetters = new EnumMap<>(RejectionReason.class);

    IngestMetrics(MeterRegistry registry) {
        this.puts = outcome(registry, "put");
        this.deletes = outcome(registry, "delete");
        this.accounts = outcome(registry, "account");
        this.unwanted = outcome(registry, "unwanted");
        for (CidCheck check : CidCheck.values()) {
            checks.put(check, check(registry, check));
        }
        for (RejectionReason reason : RejectionReason.values()) {
            rejected.put(reason, outcome(registry, reason.label()));
            deadLetters.put(reason, deadLetters(registry, reason));
        }
    }

    private static Counter outcome(MeterRegistry registry, String outcome) {
        return Counter.builder("pressline.events")
                .description("Records by what became of them")
                .tag("stage", STAGE)
                .tag("outcome", outcome)
                .register(registry);
    }

    private static Counter check(MeterRegistry registry, CidCheck check) {
        return Counter.builder("pressline.cid.checks")
                .description("Records by what became of comparing their CID")
                .tag("stage", STAGE)
                .tag("outcome", check.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .register(registry);
    }

    private static Counter deadLetters(MeterRegistry registry, RejectionReason reason) {
        return Counter.builder("pressline.dead.letters")
                .description("Records that can never succeed, by reason")
                .tag("stage", STAGE)
                .tag("reason", reason.label())
                .register(registry);
    }

    void count(Row row) {
        switch (row) {
            case Row.Put put -> {
                puts.increment();
                increment(checks.get(put.check()));
            }
            case Row.Delete delete -> deletes.increment();
            case Row.Account account -> accounts.increment();
            case Row.Unwanted skipped -> unwanted.increment();
            case Row.Rejected no -> increment(rejected.get(no.reason()));
        }
    }

    void deadLettered(RejectionReason reason) {
        increment(deadLetters.get(reason));
    }

    private static void increment(@org.jspecify.annotations.Nullable Counter counter) {
        Objects.requireNonNull(counter, "every counter is registered").increment();
    }
}

package dev.pressline.ingest.backfill;

import dev.pressline.ingest.cursor.Cursor.Counts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.ToDoubleFunction;

/** What an operator sees of backfills, every counter at zero from the start. Thread-safe. */
@Startup
@ApplicationScoped
class BackfillMetrics {

    private static final String REPOS = "pressline.backfill.repos";

    private final MeterRegistry registry;
    private final Counter done;
    private final Counter refused;
    private final Counter records;
    private final Counter deleted;
    private final Rate repoRate = new Rate(System::nanoTime);
    private final Rate recordRate = new Rate(System::nanoTime);

    BackfillMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.done = repos("done");
        this.refused = repos("refused");
        this.records = counter("pressline.backfill.records", "Records read from repositories");
        this.deleted =
                counter("pressline.backfill.deletes", "Known records that repositories lost");
    }

    private Counter repos(String outcome) {
        return Counter.builder(REPOS)
                .description("Repositories by what became of reading them")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter counter(String name, String what) {
        return Counter.builder(name).description(what).register(registry);
    }

    /** Shows what waits and runs in these lanes. */
    void watch(Lanes<?> lanes) {
        gauge("pressline.backfill.waiting", "Repositories that wait", lanes, Lanes::waiting);
        gauge("pressline.backfill.reading", "Repositories that are read", lanes, Lanes::running);
        gauge("pressline.backfill.hosts.parked", "Hosts left alone", lanes, Lanes::parked);
    }

    private void gauge(String name, String what, Lanes<?> lanes, ToDoubleFunction<Lanes<?>> value) {
        Gauge.builder(name, lanes, value::applyAsDouble).description(what).register(registry);
    }

    /** Counts a repository that is read or refused. */
    void over(BackfillState state) {
        Counts counts = state.counts();
        done.increment(counts.repos());
        refused.increment(counts.refused());
        records.increment(counts.records());
        deleted.increment(counts.deleted());
        repoRate.add(1);
        recordRate.add(counts.records());
    }

    /** What became of repositories since the process began. */
    Counts counts() {
        return new Counts(
                (long) done.count(),
                (long) refused.count(),
                (long) records.count(),
                (long) deleted.count());
    }

    double reposPerSecond() {
        return repoRate.perSecond();
    }

    double recordsPerSecond() {
        return recordRate.perSecond();
    }
}

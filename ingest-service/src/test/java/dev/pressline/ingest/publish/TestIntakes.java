package dev.pressline.ingest.publish;

import dev.pressline.ingest.repos.KnownRepos;
import dev.pressline.ingest.row.RefusedSubjects;
import dev.pressline.kit.kafka.EventProducer;
import dev.pressline.kit.store.LargeValues;
import dev.pressline.kit.store.ObjectStore;
import dev.pressline.kit.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.minio.MinioAsyncClient;

/** Intakes outside a container. */
public final class TestIntakes {

    private static final ObjectStore NOWHERE =
            new ObjectStore(
                    MinioAsyncClient.builder().endpoint("http://localhost:1").build(),
                    new SimpleMeterRegistry());

    private TestIntakes() {}

    /** Intakes that publish through this producer; their store is nowhere. */
    public static Intakes of(EventProducer producer, KnownRepos known, MeterRegistry registry) {
        return of(producer, known, registry, Traces.OFF);
    }

    /** The same, traced. */
    static Intakes of(
            EventProducer producer, KnownRepos known, MeterRegistry registry, Traces traces) {
        return of(producer, known, registry, traces, RefusedSubjects.NONE);
    }

    /** The same, without what is refused. */
    static Intakes of(
            EventProducer producer,
            KnownRepos known,
            MeterRegistry registry,
            Traces traces,
            RefusedSubjects refused) {
        IngestMetrics metrics = new IngestMetrics(registry);
        return new Intakes(
                new RawPublisher(producer, new LargeValues(NOWHERE, "values"), metrics, "1.0"),
                metrics,
                traces,
                known,
                refused);
    }
}

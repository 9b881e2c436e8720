package dev.pressline.normalize.stage;

import dev.pressline.normalize.blob.BlobServer.Answer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators see of fetching blobs, every counter at zero from the start. Thread-safe. */
final class BlobMetrics {

    private final Counter bytes;
    private final Counter found;
    private final Counter missing;
    private final Counter refused;
    private final Counter unavailable;

    BlobMetrics(MeterRegistry registry) {
        this.bytes =
                Counter.builder("pressline.blob")
                        .baseUnit("bytes")
                        .description("Bytes of blobs that came from the servers of their accounts")
                        .register(registry);
        this.found = fetches(registry, "found");
        this.missing = fetches(registry, "missing");
        this.refused = fetches(registry, "refused");
        this.unavailable = fetches(registry, "unavailable");
    }

    private static Counter fetches(MeterRegistry registry, String outcome) {
        return Counter.builder("pressline.blobs.fetched")
                .description("Blobs asked for, by what the server answered")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** So many bytes came with an answer. */
    Answer answered(Answer answer, long count) {
        bytes.increment(count);
        Counter counter =
                switch (answer) {
                    case Answer.Found yes -> found;
                    case Answer.Missing no -> missing;
                    case Answer.Refused no -> refused;
                    case Answer.Unavailable down -> unavailable;
                };
        counter.increment();
        return answer;
    }
}

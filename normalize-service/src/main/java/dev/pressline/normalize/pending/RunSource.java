package dev.pressline.normalize.pending;

/** Where stretches of the raw topic are read again. */
@FunctionalInterface
public interface RunSource {

    /**
     * The run that begins at an offset; where the partition ends before, a run of nothing. Throws
     * {@link dev.pressline.kit.failure.InfrastructureException} when the brokers do not answer.
     */
    RawRuns.Run read(int partition, long offset);
}

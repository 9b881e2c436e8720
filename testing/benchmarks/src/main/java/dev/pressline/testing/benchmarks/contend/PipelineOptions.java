package dev.pressline.testing.benchmarks.contend;

import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that runs the pipeline. Not thread-safe. */
public final class PipelineOptions {

    @Option(names = "--seed", description = "Of the corpus (${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "A setting for Pressline's services, for experiments.")
    private Map<String, String> environment = Map.of();

    /** The seed of the corpus. */
    public long seed() {
        return seed;
    }

    /** Settings of the services, by the names of environment variables. */
    public Map<String, String> environment() {
        return environment;
    }
}

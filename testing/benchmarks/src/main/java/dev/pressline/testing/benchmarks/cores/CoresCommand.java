package dev.pressline.testing.benchmarks.cores;

import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.benchmarks.measure.Figures;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the JMH benchmarks and prints each beside the baseline of the same run. */
@Command(
        name = "cores",
        mixinStandardHelpOptions = true,
        description = "Time and allocation of the pure cores, by JMH.")
public final class CoresCommand implements Callable<Integer> {

    private static final String BASELINE = "parse";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Option(names = "--forks", description = "JVMs for each benchmark (${DEFAULT-VALUE}).")
    private int forks = 2;

    @Option(names = "--warm-up", description = "Seconds of it in each (${DEFAULT-VALUE}).")
    private int warmUp = 10;

    @Option(names = "--seconds", description = "Seconds measured in each (${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Mixin private Figures figures = new Figures();

    /** Time in microseconds and bytes allocated, each time. */
    private record Result(double micros, double allocated) {}

    @Override
    public Integer call() {
        Map<String, Result> results = results();
        double baseline = Objects.requireNonNull(results.get(BASELINE)).micros();
        System.out.printf("%-12s %10s %10s %16s%n", "", "us each", "by parse", "bytes allocated");
        results.forEach(
                (name, result) -> {
                    System.out.printf(
                            Locale.ROOT,
                            "%-12s %,10.1f %10.2f %,16.0f%n",
                            name,
                            result.micros(),
                            result.micros() / baseline,
                            result.allocated());
                    figures.add("cores." + name + ".us", result.micros());
                    figures.add("cores." + name + ".allocated-bytes", result.allocated());
                });
        return 0;
    }

    private Map<String, Result> results() {
        Map<String, Result> results = new TreeMap<>();
        for (RunResult each : run()) {
            results.put(
                    each.getPrimaryResult().getLabel(),
                    new Result(
                            each.getPrimaryResult().getScore(),
                            Objects.requireNonNull(each.getSecondaryResults().get(ALLOCATED))
                                    .getScore()));
        }
        return results;
    }

    private Collection<RunResult> run() {
        try {
            return new Runner(
                            new OptionsBuilder()
                                    .include(CoresBenchmark.class.getName())
                                    .forks(forks)
                                    .warmupIterations(1)
                                    .warmupTime(TimeValue.seconds(warmUp))
                                    .measurementIterations(1)
                                    .measurementTime(TimeValue.seconds(seconds))
                                    .addProfiler(GCProfiler.class)
                                    .verbosity(VerboseMode.SILENT)
                                    .build())
                    .run();
        } catch (RunnerException e) {
            throw new LaunchException("JMH: " + e.getMessage(), e);
        }
    }
}

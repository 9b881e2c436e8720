package dev.pressline.testing.benchmarks;

import dev.pressline.local.process.Directories;
import dev.pressline.local.process.LaunchException;
import dev.pressline.testing.benchmarks.contend.Contender;
import dev.pressline.testing.benchmarks.contend.ContenderName;
import dev.pressline.testing.benchmarks.contend.PipelineOptions;
import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Cost;
import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.measure.Meter;
import dev.pressline.testing.benchmarks.report.Comparison;
import dev.pressline.testing.benchmarks.report.Run;
import dev.pressline.testing.benchmarks.report.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs the contenders in turn, round by round, each with new processes on an empty directory. The
 * bare loop runs at both ends of a round, so that the ratio of the two says how much to believe.
 */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Documents per second, processor time, puts and memory, side by side.")
final class CompareCommand implements Callable<Integer> {

    private static final String AGAIN = "bare again";

    /** The bare loop's nine seconds differ by a sixth by themselves. */
    private static final double LEAST = 0.75;

    private static final double MOST = 1.33;

    @Option(names = "--documents", description = "Documents measured (${DEFAULT-VALUE}).")
    private int documents = 3000;

    @Option(
            names = "--warm-up",
            description = "Documents before them, reported apart (${DEFAULT-VALUE}).")
    private int warmUp = 1000;

    @Option(names = "--pairs", description = "Rounds (${DEFAULT-VALUE}).")
    private int pairs = 1;

    @Option(
            names = "--contenders",
            split = ",",
            description = "Which, in order (${DEFAULT-VALUE}).")
    private List<ContenderName> contenders = List.of(ContenderName.values());

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where data goes, emptied after each run; a temporary directory without.")
    private Optional<Path> data = Optional.empty();

    @Mixin private PipelineOptions pipeline = new PipelineOptions();

    @Mixin private Figures figures = new Figures();

    @Override
    public Integer call() {
        List<Row> first = new ArrayList<>(Row.publications(pipeline.seed()));
        first.addAll(Row.documents(pipeline.seed(), 0, warmUp));
        List<Row> rest = Row.documents(pipeline.seed(), warmUp, documents);
        System.out.printf(
                "seed %d, %d documents after %d, %d rounds, Java %s, %d processors%n",
                pipeline.seed(),
                documents,
                warmUp,
                pairs,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        Comparison comparison = new Comparison();
        for (int round = 1; round <= pairs; round++) {
            round(comparison, first, rest);
        }
        System.out.print(comparison.tables());
        comparison.figures().forEach((name, value) -> figures.add("compare." + name, value));
        return believable(comparison) ? 0 : Figures.NONE_TO_BELIEVE;
    }

    private void round(Comparison comparison, List<Row> first, List<Row> rest) {
        contenders.forEach(each -> run(comparison, each.toString(), each, first, rest));
        if (isPaired()) {
            run(comparison, AGAIN, ContenderName.BARE, first, rest);
        }
    }

    private boolean isPaired() {
        return contenders.contains(ContenderName.BARE) && contenders.size() > 1;
    }

    private void run(
            Comparison comparison,
            String name,
            ContenderName contender,
            List<Row> first,
            List<Row> rest) {
        Run run = run(contender, first, rest);
        comparison.add(name, run);
        System.out.println(Comparison.line(name, run));
    }

    private Run run(ContenderName name, List<Row> first, List<Row> rest) {
        Path directory = directory(name);
        try (Contender contender = name.start(directory, pipeline.environment())) {
            Cost cold = Meter.measure(contender, first);
            Cost warm = Meter.measure(contender, rest);
            List<Row> all = new ArrayList<>(first);
            all.addAll(rest);
            return new Run(cold, warm, contender.check(all));
        } finally {
            delete(directory);
        }
    }

    private Path directory(ContenderName name) {
        try {
            return data.isPresent()
                    ? Files.createDirectories(data.get().resolve(name.toString()))
                    : Files.createTempDirectory("pressline-bench-");
        } catch (IOException e) {
            throw new LaunchException("no directory for data", e);
        }
    }

    private static void delete(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new LaunchException("data cannot be deleted from " + directory, e);
        }
    }

    private boolean believable(Comparison comparison) {
        if (!isPaired()) {
            return true;
        }
        Spread ratio = comparison.cpuRatio(AGAIN, ContenderName.BARE.toString());
        figures.add("compare.control", ratio.median());
        boolean isSteady = ratio.median() >= LEAST && ratio.median() <= MOST;
        System.out.printf(
                "A/A, the bare loop's processor time again / before: %s%s%n",
                ratio, isSteady ? "" : ": too unsteady, believe nothing above");
        return isSteady;
    }
}

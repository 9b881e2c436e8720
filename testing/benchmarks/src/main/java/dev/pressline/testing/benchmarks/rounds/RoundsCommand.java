package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.watch.Estimate;
import dev.pressline.testing.benchmarks.measure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs every measurement in rounds, each in a process of its own, and reports all goals. What is in
 * the ledger already is not measured again, so a run that was interrupted goes on.
 */
@Command(
        name = "rounds",
        mixinStandardHelpOptions = true,
        description =
                "Every measurement several times, a report of them, and which goals are reached.")
public final class RoundsCommand implements Callable<Integer> {

    @Option(names = "--rounds", description = "How many (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--only", split = ",", description = "Which measurements (${DEFAULT-VALUE}).")
    private List<Measurement> only = List.of(Measurement.values());

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "The figures so far (target/rounds.tsv of this module without).")
    private Path ledger = home().resolve("target/rounds.tsv");

    @Option(
            names = "--minutes",
            description = "Begin no further measurement after so long (${DEFAULT-VALUE}).")
    private int minutes = Integer.MAX_VALUE;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Where the report with its plots goes (target/rounds of this module without).")
    private Path report = home().resolve("target/rounds");

    /** A measurement of a round. */
    private record Due(int round, Measurement measurement) {}

    @Override
    public Integer call() throws IOException {
        Ledger figures = Ledger.open(ledger);
        measure(due(figures), figures);
        ReportFiles.write(new Report(figures.about(), figures.figures()), ledger, report);
        System.out.printf("%n%s%nreport: %s%n", Goals.table(figures.figures()), report);
        return 0;
    }

    private void measure(List<Due> due, Ledger figures) throws IOException {
        long begun = System.nanoTime();
        for (int done = 0; done < due.size(); done++) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
            if (elapsed.toMinutes() >= minutes) {
                return;
            }
            Estimate estimate = new Estimate(done, due.size(), elapsed);
            System.out.printf(
                    "%d of %d measurements%s%n", done, due.size(), estimate.leftInWords());
            figures.begin(about());
            measure(due.get(done), figures);
        }
    }

    /** What a new ledger begins with: the machine, and what a round is. */
    private static List<String> about() {
        String machine =
                "%s, %s %s, %d processors, Java %s."
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version());
        String round =
                Arrays.stream(Measurement.values())
                        .map(each -> '`' + String.join(" ", each.words()) + '`')
                        .collect(Collectors.joining(", ", "A round is ", "."));
        return List.of(machine, round);
    }

    /** What is not in the ledger, round by round. */
    private List<Due> due(Ledger figures) {
        return IntStream.rangeClosed(1, rounds)
                .boxed()
                .flatMap(round -> only.stream().map(each -> new Due(round, each)))
                .filter(each -> !figures.has(each.round(), each.measurement()))
                .toList();
    }

    private void measure(Due due, Ledger figures) throws IOException {
        Measurement measurement = due.measurement();
        System.out.printf("round %d of %d: %s%n", due.round(), rounds, measurement);
        Path file = Files.createTempFile("pressline-figures-", ".tsv");
        try {
            if (run(measurement, file)) {
                figures.add(due.round(), measurement, file);
            } else {
                System.out.printf(
                        "%s is left out; the same command measures it again%n", measurement);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Runs a measurement; returns whether its figures are to be believed. */
    private static boolean run(Measurement measurement, Path figures) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(home().resolve("run").toString());
        words.addAll(measurement.words());
        words.addAll(Arrays.asList("--figures", figures.toString()));
        Process process = new ProcessBuilder(words).inheritIO().start();
        try {
            int code = process.waitFor();
            if (code != 0 && code != Figures.NONE_TO_BELIEVE) {
                throw new LaunchException(measurement + " ended with " + code);
            }
            return code == 0;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted while measuring", e);
        }
    }

    private static Path home() {
        return Installation.find().root().resolve("testing/benchmarks");
    }
}

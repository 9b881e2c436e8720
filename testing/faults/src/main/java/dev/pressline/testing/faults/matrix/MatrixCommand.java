package dev.pressline.testing.faults.matrix;

import dev.pressline.local.process.Installation;
import dev.pressline.local.process.LaunchException;
import dev.pressline.local.process.Tool;
import dev.pressline.local.watch.Estimate;
import dev.pressline.testing.faults.rig.EarlierVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs lines until each has stood as often in a row as is asked for, by one worker or by several
 * side by side, and reports. What is in the ledger already is not run again, so a matrix that was
 * interrupted goes on.
 */
@Command(
        name = "matrix",
        mixinStandardHelpOptions = true,
        description = "Breaks a pipeline in every way, and says what stands afterwards.")
public final class MatrixCommand implements Callable<Integer> {

    private static final String REPORT = "faults.md";

    @Option(
            names = "--lines",
            split = ",",
            description = "Titles of lines, or quick or all of them (${DEFAULT-VALUE}).")
    private List<String> lines = List.of("quick");

    @Option(names = "--times", description = "How often each in a row (${DEFAULT-VALUE}).")
    private int times = 1;

    @Option(
            names = "--seed",
            description = "Of the first worker; the others have those behind (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--earlier",
            paramLabel = "CHECKOUT",
            description = "A built checkout of an earlier version, for the line upgrade.")
    private Optional<Path> earlier = Optional.empty();

    @Option(
            names = "--workers",
            description =
                    "Pipelines side by side, each in a network of its own (${DEFAULT-VALUE}).")
    private int workers = 1;

    @Option(names = "--worker", hidden = true, description = "Which worker this process is.")
    private Optional<Integer> worker = Optional.empty();

    @Option(
            names = "--minutes",
            description = "Begin no further run after so long (${DEFAULT-VALUE}).")
    private int minutes = Integer.MAX_VALUE;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "The runs so far (target/faults.ndjson of this module without).")
    private Path file = target().resolve("faults.ndjson");

    private static Path target() {
        return Installation.find().root().resolve("testing/faults/target");
    }

    @Override
    public Integer call() throws IOException {
        List<Line> wanted =
                Lines.named(new LinkedHashSet<>(lines), earlier.map(EarlierVersion::in));
        Ledger ledger = new Ledger(file, code());
        List<Line> due = Due.of(wanted, times, ledger.rows());
        if (worker.isPresent()) {
            work(Due.share(due, worker.get(), workers), ledger);
            return 0;
        }
        System.out.printf(
                "%d lines at %s, %d runs to go%n", wanted.size(), ledger.code(), due.size());
        if (workers == 1) {
            work(due, ledger);
        } else {
            Crew.of(workers).run(this::words);
        }
        return report(wanted, ledger.rows());
    }

    /** The commit that is run, and whether it was changed. */
    private static String code() {
        String home = Installation.find().root().toString();
        return Tool.run("git", "-C", home, "describe", "--always", "--dirty").strip();
    }

    private void work(List<Line> due, Ledger ledger) {
        if (due.isEmpty()) {
            return;
        }
        try (Worker hand = new Worker(seed, due.size(), target().resolve("evidence"))) {
            long begun = System.nanoTime();
            int done = 0;
            for (Line line : due) {
                if (elapsed(begun).toMinutes() < minutes) {
                    Run run = hand.run(line);
                    ledger.add(run);
                    System.out.print(Row.of(run).markdown());
                    tell(new Estimate(++done, due.size(), elapsed(begun)));
                }
            }
        }
    }

    private static Duration elapsed(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void tell(Estimate estimate) {
        System.out.printf(
                "%s%d of %d runs%s%n",
                worker.map(number -> "worker " + number + ": ").orElse(""),
                estimate.done(),
                estimate.total(),
                estimate.leftInWords());
    }

    /** What a worker is told: the same, and which it is. */
    private List<String> words(int number) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "matrix",
                                "--lines=" + String.join(",", lines),
                                "--times=" + times,
                                "--seed=" + (seed + number),
                                "--workers=" + workers,
                                "--worker=" + number,
                                "--minutes=" + minutes,
                                "--ledger=" + file));
        earlier.ifPresent(checkout -> words.add("--earlier=" + checkout));
        return words;
    }

    private int report(List<Line> wanted, Map<String, Row> rows) throws IOException {
        StringBuilder report = new StringBuilder(Row.HEAD);
        wanted.stream()
                .flatMap(line -> Optional.ofNullable(rows.get(line.title())).stream())
                .forEach(row -> report.append(row.markdown()));
        Files.writeString(target().resolve(REPORT), report);
        System.out.print(report);
        List<Line> left = Due.of(wanted, times, rows);
        if (!left.isEmpty()) {
            throw new LaunchException(left.size() + " runs are left; the same command goes on");
        }
        return 0;
    }
}

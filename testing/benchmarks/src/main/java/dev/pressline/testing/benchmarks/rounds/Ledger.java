package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.local.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of the rounds so far, in a file that outlives an interrupted run: round, measurement,
 * figure and value a line, with tabs between. Lines that begin with a number sign say what was
 * measured and where. Not thread-safe.
 */
final class Ledger {

    private static final int FIELDS = 4;
    private static final String ABOUT = "# ";

    private final Path file;
    private final List<String> about = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** A line. */
    record Entry(int round, Measurement measurement, String figure, double value) {

        private String line() {
            return "%d\t%s\t%s\t%s".formatted(round, measurement.name(), figure, value);
        }
    }

    private Ledger(Path file) {
        this.file = file;
    }

    /**
     * Opens one, which may not be there yet; throws {@link LaunchException} for an unreadable one.
     */
    static Ledger open(Path file) {
        Ledger ledger = new Ledger(file);
        lines(file).forEach(ledger::read);
        return ledger;
    }

    private void read(String line) {
        if (line.startsWith(ABOUT)) {
            about.add(line.substring(ABOUT.length()));
        } else {
            entries.add(entry(file, line));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read", e);
        }
    }

    private static Entry entry(Path file, String line) {
        String[] fields = line.split("\t", FIELDS);
        if (fields.length < FIELDS) {
            throw new LaunchException(file + " has a line without four fields: " + line);
        }
        return new Entry(
                Integer.parseInt(fields[0]),
                Measurement.valueOf(fields[1]),
                fields[2],
                Double.parseDouble(fields[3]));
    }

    /** Whether a measurement of a round is in it. */
    boolean has(int round, Measurement measurement) {
        return entries.stream()
                .anyMatch(each -> each.round() == round && each.measurement() == measurement);
    }

    /** Adds what a measurement wrote by {@link Figures}; without figures that is a failure. */
    void add(int round, Measurement measurement, Path figures) {
        List<Entry> read =
                lines(figures).stream()
                        .map(line -> line.split("\t", 2))
                        .map(
                                each ->
                                        new Entry(
                                                round,
                                                measurement,
                                                each[0],
                                                Double.parseDouble(each[1])))
                        .toList();
        if (read.isEmpty()) {
            throw new LaunchException(measurement + " measured nothing");
        }
        append(read.stream().map(Entry::line).toList());
        entries.addAll(read);
    }

    /** Says what is measured and where, unless it says so already. */
    void begin(List<String> sentences) {
        if (about.isEmpty() && entries.isEmpty()) {
            append(sentences.stream().map(ABOUT::concat).toList());
            about.addAll(sentences);
        }
    }

    private void append(List<String> lines) {
        try {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written", e);
        }
    }

    /** What was measured and where, a sentence a line. */
    List<String> about() {
        return List.copyOf(about);
    }

    /** The value of each figure in each round. */
    RoundFigures figures() {
        Map<String, Map<Integer, Double>> figures = new LinkedHashMap<>();
        for (Entry each : entries) {
            figures.computeIfAbsent(each.figure(), name -> new TreeMap<>())
                    .put(each.round(), each.value());
        }
        return new RoundFigures(figures);
    }
}

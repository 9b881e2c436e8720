package dev.pressline.testing.benchmarks.normalize;

import dev.pressline.testing.benchmarks.corpus.Row;
import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.measure.SteadyCost;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what normalizing costs, without blobs, broker and store. */
@Command(
        name = "normalize",
        mixinStandardHelpOptions = true,
        description = "Documents a second and core, and how time grows with hostile text.")
public final class NormalizeCommand implements Callable<Integer> {

    private static final String GOAL = "goal: 100 us for a document, from its bytes to the value";
    private static final int VARIETY = 1_000;
    private static final long SEED = 42;
    private static final int SHORT = 50_000;
    private static final int TRIES = 5;
    private static final int PART = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Documents documents = new Documents();

    @Option(
            names = "--warm-up",
            description = "Seconds of processor time before measuring (${DEFAULT-VALUE}).")
    private int warmUp = 20;

    @Option(
            names = "--seconds",
            description = "Seconds of processor time measured (${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(
            names = "--only-documents",
            description = "Only whole documents: no steps, no hostile texts. For profilers.")
    private boolean onlyDocuments;

    @Mixin private Figures figures = new Figures();

    @Override
    public Integer call() {
        System.out.println(SteadyCost.HEADER);
        List<byte[]> records = Row.records(SEED, VARIETY);
        SteadyCost document = documents(records, warmUp, seconds);
        System.out.println(document.line());
        document.addTo(figures, "normalize.document");
        if (onlyDocuments) {
            return 0;
        }
        steps(records, Math.max(1, warmUp / PART), Math.max(1, seconds / PART));
        System.out.println(GOAL);
        System.out.println();
        System.out.printf("%-30s %14s %10s%n", "hostile text", "100 kB, ms", "/ 50 kB");
        HostileText.all().forEach(text -> System.out.println(growth(text)));
        return 0;
    }

    /** Documents of the corpus, one after another. */
    SteadyCost documents(List<byte[]> records, int warmUp, int seconds) {
        return SteadyCost.of(
                "a document of the corpus",
                warmUp,
                seconds,
                i -> documents.normalize(records.get(i % records.size())));
    }

    private void steps(List<byte[]> records, int warmUp, int seconds) {
        new Steps(documents, records)
                .all()
                .forEach(
                        (name, step) ->
                                System.out.println(
                                        SteadyCost.of(name, warmUp, seconds, step).line()));
    }

    /** The time for twice as much of a text, and by how much it is more; linear is 2. */
    String growth(HostileText text) {
        double once = nanos(text.record(SHORT));
        double twice = nanos(text.record(2 * SHORT));
        return String.format(
                Locale.ROOT,
                "%-30s %14.1f %10.1f",
                text.name(),
                twice / NANOS_PER_MILLI,
                twice / once);
    }

    /** The least processor time of a few tries. */
    private double nanos(byte[] record) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            documents.normalize(record);
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
            least = Math.min(least, spent);
        }
        return Math.max(1, least);
    }
}

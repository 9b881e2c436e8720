package dev.pressline.testing.benchmarks.ingest;

import dev.pressline.testing.benchmarks.measure.Figures;
import dev.pressline.testing.benchmarks.measure.Measured;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what ingest does with records before it sends them. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Records and signatures a second and core, beside their goals.")
public final class IngestCommand implements Callable<Integer> {

    private static final int RECORDS_PER_SIGNATURE = 10;
    private static final int RECORDS_PER_EVENT = 5;
    private static final String WANTED = "site.standard.*";
    private static final String UNWANTED = "com.example.*";

    @Option(names = "--records", description = "Records of 1 kB (${DEFAULT-VALUE}).")
    private int records = 200_000;

    @Mixin private Figures figures = new Figures();

    @Override
    public Integer call() {
        System.out.println(Measured.HEADER);
        for (Measured each : measured()) {
            System.out.println(each.line());
            figures.add("ingest." + each.what() + ".per-second", each.perSecond());
        }
        return 0;
    }

    /** Each measured after a round that warms up. */
    List<Measured> measured() {
        return List.of(
                warm(records, Intakes::rows),
                warm(records, Intakes::cars),
                warm(records / RECORDS_PER_SIGNATURE, Intakes::signatures),
                warm(records / RECORDS_PER_EVENT, count -> Intakes.events(count, WANTED)),
                warm(records / RECORDS_PER_EVENT, count -> Intakes.events(count, UNWANTED)));
    }

    /** The second of two rounds. */
    private static Measured warm(int count, IntFunction<Measured> work) {
        return Stream.of(count, count).map(work::apply).toList().getLast();
    }
}

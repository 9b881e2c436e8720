package dev.pressline.testing.benchmarks.measure;

import dev.pressline.testing.benchmarks.contend.Contender;
import dev.pressline.testing.benchmarks.corpus.Row;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has a contender process rows and says what they cost. Stateless. */
public final class Meter {

    private Meter() {}

    /** Returns when everything made of the rows is readable. */
    public static Cost measure(Contender contender, List<Row> rows) {
        Processes processes = contender.processes();
        Map<String, Duration> before = processes.cpu();
        Puts putsBefore = contender.puts();
        Duration elapsed = contender.process(rows);
        Map<String, Duration> used = new LinkedHashMap<>();
        processes
                .cpu()
                .forEach(
                        (name, after) ->
                                used.put(
                                        name,
                                        after.minus(before.getOrDefault(name, Duration.ZERO))));
        return new Cost(
                (int) rows.stream().filter(Row::isDocument).count(),
                elapsed,
                used,
                contender.puts().since(putsBefore),
                processes.peakResident());
    }
}

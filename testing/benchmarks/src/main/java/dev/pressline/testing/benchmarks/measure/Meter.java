package dev.pressline.testing.benchmarks.measure;

import dev.pressline.testing.benchmarks.contend.Contender;
import dev.pressline.testing.benchmarks.corpus.Row;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Has a contender process rows and says what they cost. Stateless. */
public final class Meter {

    private Meter() {}

    /** Returns when everything made of the rows is readable. */
    public static Cost measure(Contender contender, List<Row> rows) {
        Processes processes = contender.processes();
        Map<String, JvmCounts> countsBefore = processes.counts();
        Map<String, Duration> before = processes.cpu();
        Puts putsBefore = contender.puts();
        Duration elapsed = contender.process(rows);
        Map<String, Duration> used = since(processes.cpu(), before, Duration::minus);
        return new Cost(
                (int) rows.stream().filter(Row::isDocument).count(),
                elapsed,
                used,
                contender.puts().since(putsBefore),
                processes.peakResident(),
                since(processes.counts(), countsBefore, JvmCounts::since));
    }

    /** What each process has more than before. */
    private static <T> Map<String, T> since(
            Map<String, T> now, Map<String, T> before, BinaryOperator<T> minus) {
        Map<String, T> since = new LinkedHashMap<>();
        now.forEach(
                (process, value) -> {
                    T then = before.get(process);
                    since.put(process, then == null ? value : minus.apply(value, then));
                });
        return since;
    }
}

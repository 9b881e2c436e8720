package dev.pressline.local.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Metrics of one service at one moment, read from the text format of Prometheus 0.0.4: the values
 * of each name, summed over its labels. Immutable.
 *
 * @param sums by name
 */
public record Metrics(Map<String, Double> sums) {

    /** Takes a copy. */
    public Metrics {
        sums = Map.copyOf(sums);
    }

    /** Reads a scrape; lines that are no sample are left out. */
    public static Metrics parse(String text) {
        Map<String, Double> sums = new HashMap<>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(sums, line.strip()));
        return new Metrics(sums);
    }

    private static void add(Map<String, Double> sums, String line) {
        int brace = line.indexOf('{');
        int space = line.indexOf(' ', Math.max(0, line.lastIndexOf('}')));
        if (space < 0) {
            return;
        }
        String name = line.substring(0, brace < 0 ? space : brace);
        String[] fields = line.substring(space + 1).strip().split(" ", 2);
        try {
            sums.merge(name, Double.parseDouble(fields[0]), Double::sum);
        } catch (NumberFormatException e) {
            sums.remove(name);
        }
    }

    /** The sum of a metric, or empty when the service does not have it. */
    public OptionalDouble sum(String name) {
        Double sum = sums.get(name);
        return sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** The sum of a metric as a count; zero when the service does not have it. */
    public long count(String name) {
        return (long) sum(name).orElse(0);
    }
}

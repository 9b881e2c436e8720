package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.testing.benchmarks.report.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a figure should be. Immutable.
 *
 * @param says what is measured, in words
 * @param figure its name
 * @param by the figure of the same round that it is divided by, if any
 * @param bound whether less or more is better
 * @param value what it should be
 */
record Goal(String says, String figure, Optional<String> by, Bound bound, double value) {

    /** On which side of the goal a figure has to be. */
    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    static Goal atLeast(double value, String says, String figure) {
        return new Goal(says, figure, Optional.empty(), Bound.AT_LEAST, value);
    }

    static Goal atMost(double value, String says, String figure) {
        return new Goal(says, figure, Optional.empty(), Bound.AT_MOST, value);
    }

    /** The same goal for the ratio to another figure. */
    Goal by(String other) {
        return new Goal(says, figure, Optional.of(other), bound, value);
    }

    /** What it was in each round; empty where it was not measured. */
    Optional<Spread> measured(Map<String, Map<Integer, Double>> figures) {
        Map<Integer, Double> above = figures.getOrDefault(figure, Map.of());
        List<Double> measured =
                by.map(other -> ratios(above, figures.getOrDefault(other, Map.of())))
                        .orElseGet(() -> List.copyOf(above.values()));
        return measured.isEmpty() ? Optional.empty() : Optional.of(new Spread(measured));
    }

    private static List<Double> ratios(Map<Integer, Double> above, Map<Integer, Double> below) {
        return above.entrySet().stream()
                .filter(each -> below.containsKey(each.getKey()))
                .map(each -> each.getValue() / below.getOrDefault(each.getKey(), Double.NaN))
                .toList();
    }

    /** A row of a table: what, goal, median and range, and by how much it was missed. */
    String row(Map<String, Map<Integer, Double>> figures) {
        Optional<Spread> measured = measured(figures);
        return String.format(
                Locale.ROOT,
                "| %s | %s %s | %s | %s |",
                says,
                bound == Bound.AT_LEAST ? "≥" : "≤",
                number(value),
                measured.map(Spread::toString).orElse("not measured"),
                measured.map(this::verdict).orElse(""));
    }

    private String verdict(Spread measured) {
        double missed =
                bound == Bound.AT_LEAST ? value / measured.median() : measured.median() / value;
        return missed <= 1
                ? "reached"
                : String.format(Locale.ROOT, "missed by a factor of %.1f", missed);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}

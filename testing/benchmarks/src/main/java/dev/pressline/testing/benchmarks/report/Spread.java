package dev.pressline.testing.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * Median and range of some figures. Immutable.
 *
 * @param sorted the figures, ascending; at least one
 */
public record Spread(List<Double> sorted) {

    /** Sorts a copy; throws {@link IllegalArgumentException} without figures. */
    public Spread {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("no figures");
        }
        sorted = sorted.stream().sorted().toList();
    }

    /** The middle one; of an even number the mean of the two in the middle. */
    public double median() {
        int upper = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(upper)
                : (sorted.get(upper - 1) + sorted.get(upper)) / 2;
    }

    /** The median, and the range in brackets where there is more than one figure. */
    @Override
    public String toString() {
        return sorted.size() == 1
                ? String.format(Locale.ROOT, "%.2f", median())
                : String.format(
                        Locale.ROOT,
                        "%.2f (%.2f-%.2f)",
                        median(),
                        sorted.getFirst(),
                        sorted.getLast());
    }
}

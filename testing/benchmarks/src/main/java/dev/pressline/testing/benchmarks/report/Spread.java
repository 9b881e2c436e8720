package dev.pressline.testing.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * Median and range of some figures. Immutable.
 *
 * @param sorted the figures, ascending; at least one
 */
public record Spread(List<Double> sorted) {

    private static final double MANY = 100;
    private static final double SOME = 10;

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

    /** The smallest. */
    public double least() {
        return sorted.getFirst();
    }

    /** The largest. */
    public double most() {
        return sorted.getLast();
    }

    /** A number by each of them. */
    public Spread under(double number) {
        return new Spread(sorted.stream().map(each -> number / each).toList());
    }

    /**
     * The median, and the range in brackets where there is more than one figure, as precise as the
     * size of the median asks for.
     */
    @Override
    public String toString() {
        return sorted.size() == 1
                ? number(median())
                : "%s (%s–%s)".formatted(number(median()), number(least()), number(most()));
    }

    private String number(double value) {
        int decimals = median() >= MANY ? 0 : median() >= SOME ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}

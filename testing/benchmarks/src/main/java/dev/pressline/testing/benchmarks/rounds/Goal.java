package dev.pressline.testing.benchmarks.rounds;

import dev.pressline.testing.benchmarks.report.Spread;
import java.util.Locale;
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

    /** What it was in all rounds; empty where it was not measured. */
    Optional<Spread> measured(RoundFigures figures) {
        return by.map(other -> figures.ratio(figure, other))
                .orElseGet(() -> figures.spread(figure));
    }

    /** A row of a table: what, goal, median and range, and by how much it was missed. */
    String row(RoundFigures figures) {
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
        return missed <= 1 ? "reached" : "missed by a factor of " + factor(missed);
    }

    /** With as many decimals as tell it from one. */
    private static String factor(double missed) {
        int decimals = missed >= 10 ? 0 : missed >= 2 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", missed);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}

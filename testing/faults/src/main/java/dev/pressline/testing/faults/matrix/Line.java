package dev.pressline.testing.faults.matrix;

import dev.pressline.testing.faults.stream.Offering;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A line of the matrix: what is broken while a load runs. Immutable.
 *
 * @param title its name on command lines and in reports
 * @param isQuick whether the gate runs it
 * @param mayRepeat whether dead letters may be written a second time: where what was done was
 *     perhaps not committed
 * @param input what is handed in of a chapter, after which the same must stand; with a seed
 * @param fault what is broken
 */
public record Line(
        String title,
        boolean isQuick,
        boolean mayRepeat,
        BiFunction<List<Offering>, Long, List<Offering>> input,
        Fault fault) {

    /** A line with the chapter as it is, after which nothing of it may have been done twice. */
    static Line of(String title, Fault fault) {
        return new Line(title, false, false, (chapter, seed) -> chapter, fault);
    }

    /** The same, run by the gate as well. */
    Line quick() {
        return new Line(title, true, mayRepeat, input, fault);
    }

    /** The same, where dead letters may be repeated. */
    Line repeating() {
        return new Line(title, isQuick, true, input, fault);
    }

    /** The same with the chapter handed in otherwise. */
    Line with(BiFunction<List<Offering>, Long, List<Offering>> other) {
        return new Line(title, isQuick, mayRepeat, other, fault);
    }

    @Override
    public String toString() {
        return title;
    }
}

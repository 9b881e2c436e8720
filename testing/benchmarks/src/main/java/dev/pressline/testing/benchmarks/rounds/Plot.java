package dev.pressline.testing.benchmarks.rounds;

/**
 * A picture of a table. Immutable.
 *
 * @param name of its file, without ending
 * @param title what it shows
 * @param unit of all its figures
 * @param style how it is drawn
 * @param table its figures
 */
record Plot(String name, String title, String unit, Style style, Table table) {

    /** How figures are drawn. */
    enum Style {
        /**
         * A bar for each row of a single column, from zero, with marks for the least and the most.
         */
        BARS,
        /** A bar for each row, of the medians of its columns. */
        STACK,
        /**
         * A line for each column, on a logarithmic scale, with marks for the least and the most.
         */
        LINES
    }

    /** The name of its file. */
    String file() {
        return name + ".png";
    }
}

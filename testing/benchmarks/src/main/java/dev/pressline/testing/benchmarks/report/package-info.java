/** Figures of many runs, and the tables people read. */
@NullMarked
package dev.pressline.testing.benchmarks.report;

import org.jspecify.annotations.NullMarked;

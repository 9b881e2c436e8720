/** Every measurement, several rounds of it, and the report that says which goals are reached. */
@NullMarked
package dev.pressline.testing.benchmarks.rounds;

import org.jspecify.annotations.NullMarked;

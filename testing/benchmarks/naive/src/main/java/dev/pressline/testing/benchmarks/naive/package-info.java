/**
 * The pipeline that somebody would write in an afternoon: a permanent baseline, not to be improved.
 */
@NullMarked
package dev.pressline.testing.benchmarks.naive;

import org.jspecify.annotations.NullMarked;

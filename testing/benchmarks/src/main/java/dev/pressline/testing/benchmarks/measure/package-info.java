/** What a run costs: processor time, memory, puts. */
@NullMarked
package dev.pressline.testing.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

/** The commands of the benchmarks. */
@NullMarked
package dev.pressline.testing.benchmarks;

import org.jspecify.annotations.NullMarked;

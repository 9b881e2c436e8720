/** JMH benchmarks of the pure cores, beside a named baseline. */
@NullMarked
package dev.pressline.testing.benchmarks.cores;

import org.jspecify.annotations.NullMarked;

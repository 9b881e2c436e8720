/** What one document more, changed or less costs in archives of different sizes. */
@NullMarked
package dev.pressline.testing.benchmarks.growth;

import org.jspecify.annotations.NullMarked;

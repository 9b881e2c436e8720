/** What normalizing costs: documents of the corpus, and texts that nobody means well. */
@NullMarked
package dev.pressline.testing.benchmarks.normalize;

import org.jspecify.annotations.NullMarked;

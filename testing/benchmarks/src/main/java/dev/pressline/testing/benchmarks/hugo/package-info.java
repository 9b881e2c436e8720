/** A site generator that is run anew after each change, on the same documents. */
@NullMarked
package dev.pressline.testing.benchmarks.hugo;

import org.jspecify.annotations.NullMarked;

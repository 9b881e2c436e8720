/** The matrix of faults: what is broken, while a load runs, and what must stand afterwards. */
@NullMarked
package dev.pressline.testing.faults.matrix;

import org.jspecify.annotations.NullMarked;

/** What must stand in the bucket after an input, by a pure fold of it; no I/O. */
@NullMarked
package dev.pressline.testing.faults.oracle;

import org.jspecify.annotations.NullMarked;

/** The commands that break a pipeline. */
@NullMarked
package dev.pressline.testing.faults;

import org.jspecify.annotations.NullMarked;

/** Which code of which process the time of the processor goes to. */
@NullMarked
package dev.pressline.testing.benchmarks.profile;

import org.jspecify.annotations.NullMarked;

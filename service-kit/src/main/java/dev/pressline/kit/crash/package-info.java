/** The boundaries between steps at which a test may end a process, as a crash would. */
@NullMarked
package dev.pressline.kit.crash;

import org.jspecify.annotations.NullMarked;

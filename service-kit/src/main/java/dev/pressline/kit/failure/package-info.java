/** The classes of failure, and how what is down is waited out. */
@NullMarked
package dev.pressline.kit.failure;

import org.jspecify.annotations.NullMarked;

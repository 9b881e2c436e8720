/** A whole pipeline of separate processes, each of which can be killed, and its network broken. */
@NullMarked
package dev.pressline.testing.faults.rig;

import org.jspecify.annotations.NullMarked;

/** The wrapper around every child process of the launcher. JDK only. */
@NullMarked
package dev.pressline.local.child;

import org.jspecify.annotations.NullMarked;

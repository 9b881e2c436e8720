/** A TCP proxy that treats what passes through it badly. JDK only. */
@NullMarked
package dev.pressline.testing.faults.proxy;

import org.jspecify.annotations.NullMarked;

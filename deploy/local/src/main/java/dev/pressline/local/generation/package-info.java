/** Generations side by side: made, looked at, served and taken away. */
@NullMarked
package dev.pressline.local.generation;

import org.jspecify.annotations.NullMarked;

/** Offprint: a list of blocks. Pure. */
@NullMarked
package dev.pressline.normalize.convert.offprint;

import org.jspecify.annotations.NullMarked;

/** pckt: a list of blocks. Pure. */
@NullMarked
package dev.pressline.normalize.convert.pckt;

import org.jspecify.annotations.NullMarked;

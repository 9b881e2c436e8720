/** Every content format to one block model: chooses the converter of a body. Pure. */
@NullMarked
package dev.pressline.normalize.convert;

import org.jspecify.annotations.NullMarked;

/** Plain text to paragraphs. Pure. */
@NullMarked
package dev.pressline.normalize.convert.plain;

import org.jspecify.annotations.NullMarked;

/** Which language a text is written in, by script and by its commonest words. Pure. */
@NullMarked
package dev.pressline.normalize.language;

import org.jspecify.annotations.NullMarked;

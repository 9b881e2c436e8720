/** Markdown of every flavour to blocks. Pure. */
@NullMarked
package dev.pressline.normalize.convert.markdown;

import org.jspecify.annotations.NullMarked;

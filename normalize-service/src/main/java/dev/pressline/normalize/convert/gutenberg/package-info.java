/** Gutenberg: blocks whose texts are fragments of HTML. Pure. */
@NullMarked
package dev.pressline.normalize.convert.gutenberg;

import org.jspecify.annotations.NullMarked;

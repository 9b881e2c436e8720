/** Runs of styled text: facets by byte offsets, and the tree that runs make. Pure. */
@NullMarked
package dev.pressline.normalize.convert.inline;

import org.jspecify.annotations.NullMarked;

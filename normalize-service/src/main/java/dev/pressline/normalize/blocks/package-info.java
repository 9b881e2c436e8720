/** Functions over the block model: plain text, blobs, rewriting within bounds. Pure. */
@NullMarked
package dev.pressline.normalize.blocks;

import org.jspecify.annotations.NullMarked;

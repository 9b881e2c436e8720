/** The block model as HTML: one encoder, a closed set of elements, never a passed-through tag. */
@NullMarked
package dev.pressline.render.html;

import org.jspecify.annotations.NullMarked;

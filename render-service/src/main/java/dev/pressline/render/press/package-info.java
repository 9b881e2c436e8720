/** The press: prints jobs into the store and announces them. */
@NullMarked
package dev.pressline.render.press;

import org.jspecify.annotations.NullMarked;

/** Which generation readers get. */
@NullMarked
package dev.pressline.render.served;

import org.jspecify.annotations.NullMarked;

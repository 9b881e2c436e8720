/** HTTP in front of the store. */
@NullMarked
package dev.pressline.render.http;

import org.jspecify.annotations.NullMarked;

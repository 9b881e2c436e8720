/** Pressline: render-service. */
@NullMarked
package dev.pressline.render;

import org.jspecify.annotations.NullMarked;

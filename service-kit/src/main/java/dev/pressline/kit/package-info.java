/** Pressline: service-kit. */
@NullMarked
package dev.pressline.kit;

import org.jspecify.annotations.NullMarked;

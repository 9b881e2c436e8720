/** Pressline: normalize-service. */
@NullMarked
package dev.pressline.normalize;

import org.jspecify.annotations.NullMarked;

/** Removes blobs to which nothing refers any more. */
@NullMarked
package dev.pressline.normalize.sweep;

import org.jspecify.annotations.NullMarked;

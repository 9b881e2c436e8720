/**
 * Images as bytes: what they are, how large, whether they are safe to serve, and how to serve them
 * without what cameras and editors wrote into them. Nothing is decoded.
 */
@NullMarked
package dev.pressline.normalize.image;

import org.jspecify.annotations.NullMarked;

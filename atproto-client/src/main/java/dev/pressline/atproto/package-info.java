/** Pressline: atproto-client. */
@NullMarked
package dev.pressline.atproto;

import org.jspecify.annotations.NullMarked;

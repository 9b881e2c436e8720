/** Repositories of the AT Protocol, read and verified. */
@NullMarked
package dev.pressline.atproto.repo;

import org.jspecify.annotations.NullMarked;

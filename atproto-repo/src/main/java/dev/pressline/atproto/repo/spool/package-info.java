/** What is too large for the heap, on disk for a while. */
@NullMarked
package dev.pressline.atproto.repo.spool;

import org.jspecify.annotations.NullMarked;

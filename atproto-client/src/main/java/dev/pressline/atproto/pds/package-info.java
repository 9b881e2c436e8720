/** Reads from a personal data server: records, revs and blobs. */
@NullMarked
package dev.pressline.atproto.pds;

import org.jspecify.annotations.NullMarked;

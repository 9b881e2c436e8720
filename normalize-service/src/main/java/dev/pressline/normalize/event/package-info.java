/** The normalized event of one raw record, with its blobs seen to. */
@NullMarked
package dev.pressline.normalize.event;

import org.jspecify.annotations.NullMarked;

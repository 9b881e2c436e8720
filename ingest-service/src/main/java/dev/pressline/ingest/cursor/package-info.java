/** How far each source was read, kept on {@code pressline.cursors.v1}. */
@NullMarked
package dev.pressline.ingest.cursor;

import org.jspecify.annotations.NullMarked;

/** Which replica reads which source. */
@NullMarked
package dev.pressline.ingest.assign;

import org.jspecify.annotations.NullMarked;

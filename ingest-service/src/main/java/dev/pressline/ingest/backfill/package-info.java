/** Reading a whole repository from its PDS. */
@NullMarked
package dev.pressline.ingest.backfill;

import org.jspecify.annotations.NullMarked;

/** Whether ingest can take records. */
@NullMarked
package dev.pressline.ingest.health;

import org.jspecify.annotations.NullMarked;

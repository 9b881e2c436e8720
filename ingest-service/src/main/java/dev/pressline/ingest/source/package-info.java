/** Where records come from. */
@NullMarked
package dev.pressline.ingest.source;

import org.jspecify.annotations.NullMarked;

/** Takes records in from files, from people and from repositories. */
@NullMarked
package dev.pressline.ingest;

import org.jspecify.annotations.NullMarked;

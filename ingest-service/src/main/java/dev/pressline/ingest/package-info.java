/** Pressline: ingest-service. */
@NullMarked
package dev.pressline.ingest;

import org.jspecify.annotations.NullMarked;

/** Who signs for an account. */
@NullMarked
package dev.pressline.ingest.identity;

import org.jspecify.annotations.NullMarked;

/** Import of the files named in the configuration. */
@NullMarked
package dev.pressline.ingest.file;

import org.jspecify.annotations.NullMarked;

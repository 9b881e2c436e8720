/** Reading what people hand in: bare records, getRecord answers, rows with identity. Pure. */
@NullMarked
package dev.pressline.ingest.row;

import org.jspecify.annotations.NullMarked;

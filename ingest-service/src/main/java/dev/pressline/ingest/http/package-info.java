/** The HTTP interface: push of records, and backfills. */
@NullMarked
package dev.pressline.ingest.http;

import org.jspecify.annotations.NullMarked;

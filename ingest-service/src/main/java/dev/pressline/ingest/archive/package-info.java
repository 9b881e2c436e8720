/**
 * The archive of a Jetstream: every record of the network from one server, in segments of blocks.
 */
@NullMarked
package dev.pressline.ingest.archive;

import org.jspecify.annotations.NullMarked;

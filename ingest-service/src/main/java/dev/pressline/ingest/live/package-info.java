/** Live streams: sockets that are read for ever, from where they were left. */
@NullMarked
package dev.pressline.ingest.live;

import org.jspecify.annotations.NullMarked;

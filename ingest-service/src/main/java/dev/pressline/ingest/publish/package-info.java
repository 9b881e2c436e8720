/**
 * Raw records onto {@code pressline.raw.v1}, and what can never be one onto its dead-letter queue.
 */
@NullMarked
package dev.pressline.ingest.publish;

import org.jspecify.annotations.NullMarked;

/**
 * The documents that went out with blobs pending: noted on {@code pressline.pending.v1}, looked at
 * again until every blob has a final answer. See docs/adr/0006-pending-documents.md.
 */
@NullMarked
package dev.pressline.normalize.pending;

import org.jspecify.annotations.NullMarked;

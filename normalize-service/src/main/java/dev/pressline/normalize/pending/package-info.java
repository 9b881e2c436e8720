/**
 * What waits, noted on {@code pressline.pending.v1}: documents that went out with something
 * missing, looked at again until every blob has a final answer
 * (docs/adr/0006-pending-documents.md), and records that were put off (docs/adr/0022-floods.md).
 */
@NullMarked
package dev.pressline.normalize.pending;

import org.jspecify.annotations.NullMarked;

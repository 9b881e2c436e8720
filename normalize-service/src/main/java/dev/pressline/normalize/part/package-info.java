/**
 * The records that hold parts of documents, kept beside the topics, and which documents refer to
 * them.
 */
@NullMarked
package dev.pressline.normalize.part;

import org.jspecify.annotations.NullMarked;

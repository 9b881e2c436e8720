/**
 * Blobs: fetched from their repository, equal to their CID, kept in the store, known by their own
 * header.
 */
@NullMarked
package dev.pressline.normalize.blob;

import org.jspecify.annotations.NullMarked;

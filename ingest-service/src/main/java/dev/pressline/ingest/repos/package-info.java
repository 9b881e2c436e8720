/**
 * What ingest notes of repositories: which hold something wanted, and how far each was followed.
 */
@NullMarked
package dev.pressline.ingest.repos;

import org.jspecify.annotations.NullMarked;

/**
 * The values of {@code pressline.normalized.v1}: documents, publications, account state, and the
 * block model.
 */
@NullMarked
package dev.pressline.contract.document;

import org.jspecify.annotations.NullMarked;

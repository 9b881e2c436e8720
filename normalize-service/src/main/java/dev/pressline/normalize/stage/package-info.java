/**
 * The stage that turns {@code pressline.raw.v1} into {@code pressline.normalized.v1}, and its
 * adapters.
 */
@NullMarked
package dev.pressline.normalize.stage;

import org.jspecify.annotations.NullMarked;

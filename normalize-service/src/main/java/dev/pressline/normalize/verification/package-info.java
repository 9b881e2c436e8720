/**
 * Whether a publication may claim its URL: what its site says, and how that stands over time. Pure.
 * See docs/adr/0019-verification.md.
 */
@NullMarked
package dev.pressline.normalize.verification;

import org.jspecify.annotations.NullMarked;

/** JSON in and out: strict about what is ours, tolerant of what is not yet known. */
@NullMarked
package dev.pressline.contract.serde;

import org.jspecify.annotations.NullMarked;

/** The stable identity of a record that came without one. */
@NullMarked
package dev.pressline.contract.identity;

import org.jspecify.annotations.NullMarked;

/** How closed sets are spelled on the wire. */
@NullMarked
package dev.pressline.contract.wire;

import org.jspecify.annotations.NullMarked;

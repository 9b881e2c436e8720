/** Dead letters as operators look at them, and what they do about them: replay or discard. */
@NullMarked
package dev.pressline.local.deadletter;

import org.jspecify.annotations.NullMarked;

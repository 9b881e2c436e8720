/** Which generation a service works for, and what that makes of the names in its settings. */
@NullMarked
package dev.pressline.kit.generation;

import org.jspecify.annotations.NullMarked;

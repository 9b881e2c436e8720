/** How far the consumer groups of the stages are, as the brokers know it. */
@NullMarked
package dev.pressline.kit.watch;

import org.jspecify.annotations.NullMarked;

/** Producing events durably, and asking a cluster whether its topics are ready. */
@NullMarked
package dev.pressline.kit.kafka;

import org.jspecify.annotations.NullMarked;

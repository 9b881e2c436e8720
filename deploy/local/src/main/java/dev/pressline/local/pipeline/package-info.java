/** Broker, store and the three services as one thing that starts and stops in order. */
@NullMarked
package dev.pressline.local.pipeline;

import org.jspecify.annotations.NullMarked;

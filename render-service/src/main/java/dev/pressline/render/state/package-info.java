/** Stores for Kafka Streams that hold only what is committed, and so outlive a killed process. */
@NullMarked
package dev.pressline.render.state;

import org.jspecify.annotations.NullMarked;

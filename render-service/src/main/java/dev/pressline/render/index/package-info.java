/** The index of what is published: decides which pages and channels to print, on Kafka Streams. */
@NullMarked
package dev.pressline.render.index;

import org.jspecify.annotations.NullMarked;

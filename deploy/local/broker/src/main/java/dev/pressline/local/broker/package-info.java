/** A Kafka broker of one node for laptops and tests. */
@NullMarked
package dev.pressline.local.broker;

import org.jspecify.annotations.NullMarked;

/** Health as operators need it: own loops turning, topics and buckets there. */
@NullMarked
package dev.pressline.kit.health;

import org.jspecify.annotations.NullMarked;

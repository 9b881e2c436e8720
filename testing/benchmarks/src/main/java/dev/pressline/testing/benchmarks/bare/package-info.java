/** The bare loop: what moving a record from a topic to a page costs at least. */
@NullMarked
package dev.pressline.testing.benchmarks.bare;

import org.jspecify.annotations.NullMarked;

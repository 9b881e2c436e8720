/** What a feed costs, rendered anew and with one item more. */
@NullMarked
package dev.pressline.testing.benchmarks.feeds;

import org.jspecify.annotations.NullMarked;

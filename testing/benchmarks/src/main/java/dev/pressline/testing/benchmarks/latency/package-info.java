/** How long a record takes until readers have it, while others keep coming. */
@NullMarked
package dev.pressline.testing.benchmarks.latency;

import org.jspecify.annotations.NullMarked;

/** What keeping blobs costs. */
@NullMarked
package dev.pressline.testing.benchmarks.blobs;

import org.jspecify.annotations.NullMarked;

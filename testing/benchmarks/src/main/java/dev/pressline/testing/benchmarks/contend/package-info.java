/** The contenders: Pressline, and what it is compared with. */
@NullMarked
package dev.pressline.testing.benchmarks.contend;

import org.jspecify.annotations.NullMarked;

/** What normalize would do with the records of a file, without a pipeline. No network. */
@NullMarked
package dev.pressline.local.explain;

import org.jspecify.annotations.NullMarked;

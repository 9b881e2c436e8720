/** Files of records on their way into a running pipeline. */
@NullMarked
package dev.pressline.local.intake;

import org.jspecify.annotations.NullMarked;

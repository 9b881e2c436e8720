/** What every line of a log says of the record that is being handled. */
@NullMarked
package dev.pressline.kit.log;

import org.jspecify.annotations.NullMarked;

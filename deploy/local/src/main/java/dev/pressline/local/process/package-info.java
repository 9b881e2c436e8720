/** Child processes that end with their parent: commands, ports, logs. */
@NullMarked
package dev.pressline.local.process;

import org.jspecify.annotations.NullMarked;

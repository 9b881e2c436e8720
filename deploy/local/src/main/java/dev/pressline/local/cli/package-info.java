/** The commands, and what they show on the terminal. */
@NullMarked
package dev.pressline.local.cli;

import org.jspecify.annotations.NullMarked;

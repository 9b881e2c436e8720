/** Texts, edits of texts, and linear scanners over foreign text. Pure: no I/O, no clock. */
@NullMarked
package dev.pressline.normalize.text;

import org.jspecify.annotations.NullMarked;

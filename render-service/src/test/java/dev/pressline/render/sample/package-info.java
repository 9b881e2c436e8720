/** Sample documents for the tests of pages and feeds. */
@NullMarked
package dev.pressline.render.sample;

import org.jspecify.annotations.NullMarked;

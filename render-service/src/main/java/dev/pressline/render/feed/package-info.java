/** RSS 2.0, Atom and JSON Feed 1.1. Pure functions of their arguments. */
@NullMarked
package dev.pressline.render.feed;

import org.jspecify.annotations.NullMarked;

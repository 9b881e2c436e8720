/** TeX formulas as presentation MathML: a parser of the usual commands, and a writer. */
@NullMarked
package dev.pressline.render.html.math;

import org.jspecify.annotations.NullMarked;

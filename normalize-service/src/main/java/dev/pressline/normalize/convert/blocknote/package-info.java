/** BlockNote: blocks whose list items are siblings. Pure. */
@NullMarked
package dev.pressline.normalize.convert.blocknote;

import org.jspecify.annotations.NullMarked;

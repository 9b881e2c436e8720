/** What block trees have in common: lists and the blocks made from fields. Pure. */
@NullMarked
package dev.pressline.normalize.convert.tree;

import org.jspecify.annotations.NullMarked;

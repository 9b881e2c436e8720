/**
 * Lexicons as data, and what in a record breaks them. Pure but for reading the bundled files once.
 */
@NullMarked
package dev.pressline.normalize.lexicon;

import org.jspecify.annotations.NullMarked;

/** Flat lists of typed blocks with facets: logue, Afterword, OXA; and Fables without. Pure. */
@NullMarked
package dev.pressline.normalize.convert.items;

import org.jspecify.annotations.NullMarked;

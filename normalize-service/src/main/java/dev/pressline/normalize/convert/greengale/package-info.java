/** GreenGale and WhiteWind entries that stand inside of a document. Pure. */
@NullMarked
package dev.pressline.normalize.convert.greengale;

import org.jspecify.annotations.NullMarked;

/** What converters read from: JSON fields of any shape, links, pictures, blob references. Pure. */
@NullMarked
package dev.pressline.normalize.convert.source;

import org.jspecify.annotations.NullMarked;

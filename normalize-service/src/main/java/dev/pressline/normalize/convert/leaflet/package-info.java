/** Leaflet: pages of blocks. Pure. */
@NullMarked
package dev.pressline.normalize.convert.leaflet;

import org.jspecify.annotations.NullMarked;

/** The pages of the site: document, listing, gone, not found. Pure functions of their arguments. */
@NullMarked
package dev.pressline.render.page;

import org.jspecify.annotations.NullMarked;

/** HTML to blocks through an allow-list. Pure. */
@NullMarked
package dev.pressline.normalize.convert.html;

import org.jspecify.annotations.NullMarked;

/**
 * Full-text search over what the site lists, in an index beside each replica that serves readers.
 */
@NullMarked
package dev.pressline.render.search;

import org.jspecify.annotations.NullMarked;

/** What a finished run leaves behind: the site, the normalized documents, the counts. */
@NullMarked
package dev.pressline.local.export;

import org.jspecify.annotations.NullMarked;

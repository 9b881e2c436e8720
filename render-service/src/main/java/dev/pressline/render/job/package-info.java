/** What the index asks the press to do, and what the press tells the front page. */
@NullMarked
package dev.pressline.render.job;

import org.jspecify.annotations.NullMarked;

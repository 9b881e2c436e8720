/** What operators do when something has to disappear: hide, erase, and look at what is left. */
@NullMarked
package dev.pressline.local.removal;

import org.jspecify.annotations.NullMarked;

/**
 * What had to be repaired, by publisher and rule: for those who can mend it at the source. Pure.
 */
@NullMarked
package dev.pressline.render.defect;

import org.jspecify.annotations.NullMarked;

/**
 * What no record says and the network has to be asked for: handles, and whether sites name their
 * publications. Asked beside the work, and never waited for long. See docs/adr/0018-handles.md and
 * docs/adr/0019-verification.md.
 */
@NullMarked
package dev.pressline.normalize.lookup;

import org.jspecify.annotations.NullMarked;

/** Trees of ProseMirror and TipTap nodes. Pure. */
@NullMarked
package dev.pressline.normalize.convert.prosemirror;

import org.jspecify.annotations.NullMarked;

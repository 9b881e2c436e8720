/**
 * Floods: an account that has used up its allowance while others wait on the same partition has its
 * records put off, and they are handled in a lane of their own. See docs/adr/0022-floods.md.
 */
@NullMarked
package dev.pressline.normalize.flood;

import org.jspecify.annotations.NullMarked;

/** What the rules of repair are, in words. */
@NullMarked
package dev.pressline.contract.repair;

import org.jspecify.annotations.NullMarked;

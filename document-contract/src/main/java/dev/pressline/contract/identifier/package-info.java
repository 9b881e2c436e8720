/** The identifiers of the AT Protocol, each parsed once and never passed as a string. */
@NullMarked
package dev.pressline.contract.identifier;

import org.jspecify.annotations.NullMarked;

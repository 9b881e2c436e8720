/** DIDs and handles resolved to DID documents, both ways. */
@NullMarked
package dev.pressline.atproto.identity;

import org.jspecify.annotations.NullMarked;

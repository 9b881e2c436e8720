/** Fetching from hosts that strangers name: checked addresses, bounded answers, parked hosts. */
@NullMarked
package dev.pressline.atproto.http;

import org.jspecify.annotations.NullMarked;

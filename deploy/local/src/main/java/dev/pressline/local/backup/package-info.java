/**
 * Everything that cannot be made anew, in a directory: saved from brokers and store, and put back.
 */
@NullMarked
package dev.pressline.local.backup;

import org.jspecify.annotations.NullMarked;

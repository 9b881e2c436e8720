/**
 * The pure core of normalization: a raw record goes in, a normalized value, a reason for having
 * none, or a rejection comes out. No I/O, no clock, no framework.
 */
@NullMarked
package dev.pressline.normalize.core;

import org.jspecify.annotations.NullMarked;

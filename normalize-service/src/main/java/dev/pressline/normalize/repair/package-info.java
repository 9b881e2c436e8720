/**
 * The repair rules: each one small class that knows one defect of the field, what proves it, and
 * what it must not touch. Pure: no I/O, no clock.
 */
@NullMarked
package dev.pressline.normalize.repair;

import org.jspecify.annotations.NullMarked;

/**
 * The loop that once turned links into tags and left debris behind, and its inverse. Pure and
 * linear in practice: no regular expression ever sees foreign text here, and every run has a limit
 * of steps.
 */
@NullMarked
package dev.pressline.normalize.linkloop;

import org.jspecify.annotations.NullMarked;

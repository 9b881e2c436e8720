/**
 * The loop that every stage turns: handle a batch, dead-letter what can never succeed, wait out
 * what is down.
 */
@NullMarked
package dev.pressline.kit.stage;

import org.jspecify.annotations.NullMarked;

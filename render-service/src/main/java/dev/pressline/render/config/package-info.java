/** The configuration of render, and the beans it makes. */
@NullMarked
package dev.pressline.render.config;

import org.jspecify.annotations.NullMarked;

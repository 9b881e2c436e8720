/** The configuration of ingest, and the beans it makes. */
@NullMarked
package dev.pressline.ingest.config;

import org.jspecify.annotations.NullMarked;

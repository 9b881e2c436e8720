/**
 * A real Kafka broker and a real S3-protocol store as child processes, for the launcher and for
 * tests.
 */
@NullMarked
package dev.pressline.local.embedded;

import org.jspecify.annotations.NullMarked;

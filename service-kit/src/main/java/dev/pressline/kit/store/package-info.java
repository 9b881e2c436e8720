/**
 * The object store, any that speaks S3, through the MinIO client; and values too large for a topic.
 */
@NullMarked
package dev.pressline.kit.store;

import org.jspecify.annotations.NullMarked;

/** An S3-protocol object store for laptops and tests. */
@NullMarked
package dev.pressline.local.store;

import org.jspecify.annotations.NullMarked;

/** Whether images are what the manifests expect, and the same each time. */
@NullMarked
package dev.pressline.images;

import org.jspecify.annotations.NullMarked;

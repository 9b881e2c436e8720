/** Container images of the services and of the command, built without a container engine. */
@NullMarked
package dev.pressline.images;

import org.jspecify.annotations.NullMarked;

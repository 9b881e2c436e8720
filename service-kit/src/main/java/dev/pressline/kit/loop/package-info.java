/** What a service does in the background for as long as it runs. */
@NullMarked
package dev.pressline.kit.loop;

import org.jspecify.annotations.NullMarked;

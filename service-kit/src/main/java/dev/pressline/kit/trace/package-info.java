/** The traces of records on their way through the services, off unless somebody collects them. */
@NullMarked
package dev.pressline.kit.trace;

import org.jspecify.annotations.NullMarked;

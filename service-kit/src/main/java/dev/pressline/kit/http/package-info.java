/** What holds of every request on every port of a service. */
@NullMarked
package dev.pressline.kit.http;

import org.jspecify.annotations.NullMarked;

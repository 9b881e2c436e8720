/** Where outputs lie: object keys in the bucket and paths on the site. */
@NullMarked
package dev.pressline.contract.output;

import org.jspecify.annotations.NullMarked;

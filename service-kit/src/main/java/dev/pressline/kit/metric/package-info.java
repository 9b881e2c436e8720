/** What operators see of every service alike: the meters that stages share, groups, the build. */
@NullMarked
package dev.pressline.kit.metric;

import org.jspecify.annotations.NullMarked;

/** What a running pipeline is doing, seen from outside: offsets, lags, gauges, dead letters. */
@NullMarked
package dev.pressline.local.watch;

import org.jspecify.annotations.NullMarked;

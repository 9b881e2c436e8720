/** What the messages of live streams say: pure readers of Jetstream, Tap and subscribeRepos. */
@NullMarked
package dev.pressline.ingest.stream;

import org.jspecify.annotations.NullMarked;

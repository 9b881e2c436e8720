/** Messages of {@code com.atproto.sync.subscribeRepos}, and the proof in a commit. */
@NullMarked
package dev.pressline.atproto.repo.stream;

import org.jspecify.annotations.NullMarked;

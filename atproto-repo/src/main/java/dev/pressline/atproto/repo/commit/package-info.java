/** Signed commits of a repository, and the keys that sign them. */
@NullMarked
package dev.pressline.atproto.repo.commit;

import org.jspecify.annotations.NullMarked;

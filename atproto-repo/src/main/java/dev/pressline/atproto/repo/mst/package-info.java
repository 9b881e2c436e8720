/** The Merkle search tree: nodes, walks, proofs, and undoing the operations of a commit. */
@NullMarked
package dev.pressline.atproto.repo.mst;

import org.jspecify.annotations.NullMarked;

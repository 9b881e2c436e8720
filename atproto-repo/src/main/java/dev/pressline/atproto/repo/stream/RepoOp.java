package dev.pressline.atproto.repo.stream;

import dev.pressline.atproto.repo.cbor.BinaryCid;
import dev.pressline.atproto.repo.mst.MstKey;
import java.util.Optional;

/** One operation of a commit, by the path of its record. Immutable. */
public sealed interface RepoOp {

    /** The path: collection, slash, record key. */
    MstKey path();

    /** A record came. */
    record Create(MstKey path, BinaryCid cid) implements RepoOp {}

    /** A record changed; old servers do not say what it was before. */
    record Update(MstKey path, BinaryCid cid, Optional<BinaryCid> previous) implements RepoOp {}

    /** A record went; old servers do not say what it was before. */
    record Delete(MstKey path, Optional<BinaryCid> previous) implements RepoOp {}
}

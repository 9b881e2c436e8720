package dev.pressline.atproto.repo.car;

import dev.pressline.atproto.repo.InvalidRepoException;
import dev.pressline.atproto.repo.InvalidRepoException.Fault;
import dev.pressline.atproto.repo.cbor.BinaryCid;
import java.util.Optional;

/** Blocks by their CID, each checked against it when it is asked for. */
public interface Blocks {

    /** The block of a CID, or empty where it is not there or its bytes do not hash to it. */
    Optional<byte[]> find(BinaryCid cid);

    /** The block of a CID; throws {@link InvalidRepoException} without one. */
    default byte[] require(BinaryCid cid) {
        return find(cid)
                .orElseThrow(
                        () ->
                                new InvalidRepoException(
                                        Fault.BLOCK_MISSING, "no valid block " + cid));
    }
}

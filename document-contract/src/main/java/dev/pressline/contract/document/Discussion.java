package dev.pressline.contract.document;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Cid;
import java.util.Optional;

/**
 * The post where a document is discussed. Nothing says that it is the author's own. Immutable.
 *
 * @param uri the post
 * @param cid its version, absent where the record names only the post
 */
public record Discussion(AtUri uri, Optional<Cid> cid) {}

package dev.pressline.normalize.repair;

import dev.pressline.contract.identifier.AtUri;
import dev.pressline.contract.identifier.Handle;
import dev.pressline.contract.identifier.Tid;
import java.util.Optional;

/**
 * What is known about a record besides itself. Immutable.
 *
 * @param uri its address
 * @param rev the rev that wrote it
 * @param handle the verified handle of its account
 */
public record RecordFacts(AtUri uri, Tid rev, Optional<Handle> handle) {}

package dev.pressline.contract.document;

import dev.pressline.contract.identifier.Did;
import dev.pressline.contract.identifier.Handle;
import java.util.Optional;

/** Somebody who wrote a document. Immutable. */
public record Author(
        Did did, Optional<Handle> handle, Optional<String> displayName, Optional<String> role) {}

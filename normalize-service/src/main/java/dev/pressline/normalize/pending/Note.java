package dev.pressline.normalize.pending;

import dev.pressline.contract.identifier.Tid;
import dev.pressline.normalize.verification.Standing;
import java.util.Optional;

/** A value of {@code pressline.pending.v1}: why a raw record is to be read again. Immutable. */
public sealed interface Note permits PendingDocument, PutOff {

    /** The partition of the raw record, and of this note. */
    int partition();

    /** The offset of the raw record. */
    long offset();

    /** The version of the raw record. */
    Tid rev();

    /** How the claim of a publication to its URL stood when it was handled last. */
    Optional<Standing> standing();
}
